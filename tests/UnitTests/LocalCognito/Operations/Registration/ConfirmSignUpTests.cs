using CognitoAuth.LocalCognito.Options;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Registration;

public sealed class ConfirmSignUpTests
{
    private const string Mismatch = "CodeMismatchException: Invalid verification code provided, please try again.";
    private const string Expired = "ExpiredCodeException: Invalid code provided, please request a code again.";

    [Fact]
    public void Confirms_and_verifies_the_address_that_got_the_code()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();

        pool.Send("ConfirmSignUp", Confirm(pool, pool.Inbox.LatestCode("jane"))).GetRawText().ShouldBe("{}");

        PoolUnderTest.Claims(pool.SignIn().Id).GetProperty("email_verified").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Refuses_another_code_and_still_takes_the_right_one()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();

        pool.Refusal("ConfirmSignUp", Confirm(pool, "wrong")).ShouldBe(Mismatch);
        pool.Send("ConfirmSignUp", Confirm(pool, pool.Inbox.LatestCode("jane")));
    }

    [Fact]
    public void Refuses_a_code_that_was_used()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();
        var code = pool.Inbox.LatestCode("jane");
        pool.Send("ConfirmSignUp", Confirm(pool, code));

        pool.Refusal("ConfirmSignUp", Confirm(pool, code)).ShouldBe("NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED");
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void Takes_a_code_for_a_day(int secondsAfterADay, bool accepted)
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();
        pool.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(secondsAfterADay));

        if (accepted)
            pool.Send("ConfirmSignUp", Confirm(pool, pool.Inbox.LatestCode("jane")));
        else
            pool.Refusal("ConfirmSignUp", Confirm(pool, pool.Inbox.LatestCode("jane"))).ShouldBe(Expired);
    }

    [Fact]
    public void Limits_the_tries_of_an_hour_to_fifteen()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();
        for (var attempt = 0; attempt < 15; attempt++)
            pool.Refusal("ConfirmSignUp", Confirm(pool, "wrong")).ShouldBe(Mismatch);

        var code = pool.Inbox.LatestCode("jane");
        pool.Refusal("ConfirmSignUp", Confirm(pool, code)).ShouldBe("LimitExceededException: Attempt limit exceeded, please try after some time.");
        pool.Clock.Advance(TimeSpan.FromHours(1));
        pool.Send("ConfirmSignUp", Confirm(pool, code));
    }

    [Theory]
    [InlineData(ExistenceErrors.Enabled, Expired)]
    [InlineData(ExistenceErrors.Legacy, "UserNotFoundException: Username/client id combination not found.")]
    public void Answers_for_a_missing_user_as_the_client_is_set(ExistenceErrors mode, string refusal)
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.PreventUserExistenceErrors = mode);

        pool.Refusal("ConfirmSignUp", Confirm(pool, "123456")).ShouldBe(refusal);
    }

    [Fact]
    public void Gives_an_alias_to_one_user_only_unless_forced()
    {
        using var pool = new PoolUnderTest(options => options.Pool.AliasAttributes = ["email"]);
        pool.AddJane();
        pool.SignUp("other", email: "jane@example.com");
        var code = pool.Inbox.LatestCode("other");

        pool.Refusal("ConfirmSignUp", Confirm(pool, code, "other")).ShouldBe("AliasExistsException: An account with the email already exists.");
        Username(pool.SignIn("jane@example.com")).ShouldBe("jane");
        pool.Send("ConfirmSignUp", new { pool.ClientId, Username = "other", ConfirmationCode = code, ForceAliasCreation = true });
        Username(pool.SignIn("jane@example.com")).ShouldBe("other");
    }

    private static object Confirm(PoolUnderTest pool, string code, string username = "jane") => new { pool.ClientId, Username = username, ConfirmationCode = code };

    private static string? Username(IssuedTokens tokens) => PoolUnderTest.Claims(tokens.Access).GetProperty("username").GetString();
}
