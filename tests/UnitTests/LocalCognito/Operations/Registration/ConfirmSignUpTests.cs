using CognitoAuth.LocalCognito.Options;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Registration;

public sealed class ConfirmSignUpTests
{
    private const string Mismatch = "CodeMismatchException: Invalid verification code provided, please try again.";
    private const string Expired = "ExpiredCodeException: Invalid code provided, please request a code again.";

    [Fact]
    public void A_code_confirms_the_user_and_verifies_its_address()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();

        pool.Send("ConfirmSignUp", Confirm(pool, pool.Inbox.LatestCode("jane"))).GetRawText().ShouldBe("{}");

        PoolUnderTest.Claims(pool.SignIn().Id).GetProperty("email_verified").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void A_wrong_code_is_refused_and_the_correct_code_still_works()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();

        pool.Refusal("ConfirmSignUp", Confirm(pool, "wrong")).ShouldBe(Mismatch);
        pool.Send("ConfirmSignUp", Confirm(pool, pool.Inbox.LatestCode("jane")));
    }

    [Fact]
    public void A_used_code_is_refused()
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
    public void A_code_is_valid_for_a_day(int secondsAfterADay, bool accepted)
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();
        pool.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(secondsAfterADay));

        if (accepted) pool.Send("ConfirmSignUp", Confirm(pool, pool.Inbox.LatestCode("jane")));
        else pool.Refusal("ConfirmSignUp", Confirm(pool, pool.Inbox.LatestCode("jane"))).ShouldBe(Expired);
    }

    [Fact]
    public void Confirmation_allows_fifteen_attempts_per_hour()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();
        for (var attempt = 0; attempt < 15; attempt++) pool.Refusal("ConfirmSignUp", Confirm(pool, "wrong")).ShouldBe(Mismatch);

        var code = pool.Inbox.LatestCode("jane");
        pool.Refusal("ConfirmSignUp", Confirm(pool, code)).ShouldBe("LimitExceededException: Attempt limit exceeded, please try after some time.");
        pool.Clock.Advance(TimeSpan.FromHours(1));
        pool.Send("ConfirmSignUp", Confirm(pool, code));
    }

    [Theory]
    [InlineData(ExistenceErrors.Enabled, Expired)]
    [InlineData(ExistenceErrors.Legacy, "UserNotFoundException: Username/client id combination not found.")]
    public void The_error_for_a_missing_user_depends_on_the_setting_of_the_client(ExistenceErrors mode, string refusal)
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.PreventUserExistenceErrors = mode);

        pool.Refusal("ConfirmSignUp", Confirm(pool, "123456")).ShouldBe(refusal);
    }

    [Fact]
    public void An_alias_belongs_to_one_user_and_moves_only_with_force()
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
