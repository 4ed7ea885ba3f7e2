using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Registration;

public sealed class ResendConfirmationCodeTests
{
    [Fact]
    public void A_new_code_replaces_the_old_one()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();
        var older = pool.Inbox.LatestCode("jane");

        pool.Send("ResendConfirmationCode", Request(pool)).GetProperty("CodeDeliveryDetails").GetProperty("Destination").GetString().ShouldBe("j***@e***");

        pool.Inbox.Of("jane")[0].Kind.ShouldBe("resend");
        var newer = pool.Inbox.LatestCode("jane");
        // In one of a million cases the new code equals the old one.
        if (newer != older) pool.Refusal("ConfirmSignUp", new { pool.ClientId, Username = "jane", ConfirmationCode = older }).ShouldStartWith("CodeMismatchException");
        pool.Send("ConfirmSignUp", new { pool.ClientId, Username = "jane", ConfirmationCode = newer });
    }

    [Fact]
    public void At_most_five_codes_are_sent_per_hour()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();
        for (var attempt = 0; attempt < 5; attempt++) pool.Send("ResendConfirmationCode", Request(pool));

        pool.Refusal("ResendConfirmationCode", Request(pool)).ShouldStartWith("LimitExceededException");
        pool.Inbox.Of("jane").Count.ShouldBe(6);
    }

    [Fact]
    public void A_confirmed_user_is_reported_in_both_existence_modes()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Refusal("ResendConfirmationCode", Request(pool)).ShouldBe("InvalidParameterException: User is already confirmed.");
    }

    [Fact]
    public void The_simulated_delivery_for_a_missing_user_is_always_the_same()
    {
        using var pool = new PoolUnderTest();

        var first = pool.Send("ResendConfirmationCode", Request(pool)).GetRawText();
        var second = pool.Send("ResendConfirmationCode", Request(pool)).GetRawText();

        first.ShouldMatch("""^\{"CodeDeliveryDetails":\{"Destination":"[a-z]\*\*\*@[a-z]\*\*\*","DeliveryMedium":"EMAIL","AttributeName":"email"\}\}$""");
        second.ShouldBe(first);
        pool.Inbox.Of("jane").ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_user_is_reported_in_legacy_mode()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.PreventUserExistenceErrors = ExistenceErrors.Legacy);

        pool.Refusal("ResendConfirmationCode", Request(pool)).ShouldBe("UserNotFoundException: Username/client id combination not found.");
    }

    [Fact]
    public void A_user_without_a_contact_gets_no_code()
    {
        using var pool = new PoolUnderTest();
        pool.Pool.AddUser("jane", PoolUnderTest.Password, UserStatus.Unconfirmed);

        pool.Refusal("ResendConfirmationCode", Request(pool)).ShouldBe("InvalidParameterException: Cannot resend codes. Auto verification not turned on.");
    }

    private static object Request(PoolUnderTest pool) => new { pool.ClientId, Username = "jane" };
}
