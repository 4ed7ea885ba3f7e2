using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Registration;

public sealed class ResendConfirmationCodeTests
{
    [Fact]
    public void Replaces_the_older_code()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();
        var older = pool.Inbox.LatestCode("jane");

        pool.Send("ResendConfirmationCode", Request(pool)).GetProperty("CodeDeliveryDetails").GetProperty("Destination").GetString().ShouldBe("j***@e***");

        pool.Inbox.Of("jane")[0].Kind.ShouldBe("resend");
        var newer = pool.Inbox.LatestCode("jane");
        // One in a million times the new code is the old one.
        if (newer != older)
            pool.Refusal("ConfirmSignUp", new { pool.ClientId, Username = "jane", ConfirmationCode = older }).ShouldStartWith("CodeMismatchException");
        pool.Send("ConfirmSignUp", new { pool.ClientId, Username = "jane", ConfirmationCode = newer });
    }

    [Fact]
    public void Sends_at_most_five_in_an_hour()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();
        for (var attempt = 0; attempt < 5; attempt++)
            pool.Send("ResendConfirmationCode", Request(pool));

        pool.Refusal("ResendConfirmationCode", Request(pool)).ShouldStartWith("LimitExceededException");
        pool.Inbox.Of("jane").Count.ShouldBe(6);
    }

    [Fact]
    public void Tells_that_a_user_is_confirmed_in_both_existence_modes()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Refusal("ResendConfirmationCode", Request(pool)).ShouldBe("InvalidParameterException: User is already confirmed.");
    }

    [Fact]
    public void Invents_the_same_delivery_each_time_for_a_missing_user()
    {
        using var pool = new PoolUnderTest();

        var first = pool.Send("ResendConfirmationCode", Request(pool)).GetRawText();
        var second = pool.Send("ResendConfirmationCode", Request(pool)).GetRawText();

        first.ShouldMatch("""^\{"CodeDeliveryDetails":\{"Destination":"[a-z]\*\*\*@[a-z]\*\*\*","DeliveryMedium":"EMAIL","AttributeName":"email"\}\}$""");
        second.ShouldBe(first);
        pool.Inbox.Of("jane").ShouldBeEmpty();
    }

    [Fact]
    public void Tells_of_a_missing_user_in_legacy_mode()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.PreventUserExistenceErrors = ExistenceErrors.Legacy);

        pool.Refusal("ResendConfirmationCode", Request(pool)).ShouldBe("UserNotFoundException: Username/client id combination not found.");
    }

    [Fact]
    public void Has_nowhere_to_send_without_a_contact()
    {
        using var pool = new PoolUnderTest();
        pool.Pool.AddUser("jane", PoolUnderTest.Password, UserStatus.Unconfirmed);

        pool.Refusal("ResendConfirmationCode", Request(pool)).ShouldBe("InvalidParameterException: Cannot resend codes. Auto verification not turned on.");
    }

    private static object Request(PoolUnderTest pool) => new { pool.ClientId, Username = "jane" };
}
