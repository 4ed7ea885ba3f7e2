using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Password;

public sealed class PasswordRecoveryTests
{
    private const string NewPassword = "N3wPassword!";
    private const string Expired = "ExpiredCodeException: Invalid code provided, please request a code again.";
    private const string Mismatch = "CodeMismatchException: Invalid verification code provided, please try again.";

    [Fact]
    public void A_code_resets_the_password_once()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Send("ForgotPassword", Forgot(pool)).GetProperty("CodeDeliveryDetails").GetProperty("AttributeName").GetString().ShouldBe("email");
        pool.Inbox.Of("jane")[0].Kind.ShouldBe("forgot_password");
        var code = pool.Inbox.LatestCode("jane");
        pool.Send("ConfirmForgotPassword", Confirm(pool, code)).GetRawText().ShouldBe("{}");

        pool.SignIn(password: NewPassword);
        pool.SignInRefusal().ShouldBe("NotAuthorizedException: Incorrect username or password.");
        pool.Refusal("ConfirmForgotPassword", Confirm(pool, code)).ShouldBe(Expired);
    }

    [Fact]
    public void A_code_is_valid_for_an_hour()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        pool.Send("ForgotPassword", Forgot(pool));
        pool.Clock.Advance(TimeSpan.FromHours(1));

        pool.Refusal("ConfirmForgotPassword", Confirm(pool, pool.Inbox.LatestCode("jane"))).ShouldBe(Expired);
    }

    [Theory]
    [InlineData("ForgotPassword")]
    [InlineData("ConfirmForgotPassword")]
    public void Recovery_allows_five_attempts_per_hour(string operation)
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        pool.Send("ForgotPassword", Forgot(pool));
        object Request() => operation == "ForgotPassword" ? Forgot(pool) : Confirm(pool, "wrong");
        for (var attempt = operation == "ForgotPassword" ? 1 : 0; attempt < 5; attempt++)
        {
            if (operation == "ForgotPassword") pool.Send(operation, Request());
            else pool.Refusal(operation, Request()).ShouldBe(Mismatch);
        }

        pool.Refusal(operation, Request()).ShouldBe("LimitExceededException: Attempt limit exceeded, please try after some time.");
    }

    [Fact]
    public void The_new_password_is_validated_before_the_user_is_looked_up()
    {
        using var pool = new PoolUnderTest();

        pool.Refusal("ConfirmForgotPassword", new { pool.ClientId, Username = "nobody", ConfirmationCode = "1", Password = "weak" })
            .ShouldStartWith("InvalidPasswordException");
    }

    [Fact]
    public void Missing_and_disabled_users_are_hidden()
    {
        using var pool = new PoolUnderTest();
        pool.Pool.AddUser("jane", PoolUnderTest.Password, attributes: new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = "jane@example.com" }, enabled: false);

        foreach (var username in (string[])["jane", "nobody"])
        {
            pool.Send("ForgotPassword", Forgot(pool, username)).GetProperty("CodeDeliveryDetails").GetProperty("DeliveryMedium").GetString().ShouldBe("EMAIL");
            pool.Refusal("ConfirmForgotPassword", Confirm(pool, "123456", username)).ShouldBe(Mismatch);
        }

        pool.Inbox.Of("jane").ShouldBeEmpty();
    }

    [Fact]
    public void Missing_and_disabled_users_are_reported_in_legacy_mode()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.PreventUserExistenceErrors = ExistenceErrors.Legacy);
        pool.Pool.AddUser("jane", PoolUnderTest.Password, enabled: false);

        pool.Refusal("ForgotPassword", Forgot(pool, "nobody")).ShouldBe("UserNotFoundException: Username/client id combination not found.");
        pool.Refusal("ForgotPassword", Forgot(pool)).ShouldBe("NotAuthorizedException: User is disabled.");
    }

    [Fact]
    public void A_code_that_was_never_requested_is_expired()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Refusal("ConfirmForgotPassword", Confirm(pool, "123456")).ShouldBe(Expired);
    }

    [Theory]
    [InlineData(UserStatus.Unconfirmed, "InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number")]
    [InlineData(UserStatus.ForceChangePassword, "NotAuthorizedException: User password cannot be reset in the current state.")]
    public void These_states_are_revealed_in_both_existence_modes(UserStatus status, string refusal)
    {
        using var pool = new PoolUnderTest();
        pool.Pool.AddUser("jane", PoolUnderTest.Password, status, new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = "jane@example.com" });

        pool.Refusal("ForgotPassword", Forgot(pool)).ShouldBe(refusal);
    }

    [Fact]
    public void A_delivery_to_a_user_without_a_contact_can_be_simulated()
    {
        using var pool = new PoolUnderTest(options => options.Pool.SimulateMissingContact = true);
        pool.SignUp();

        pool.Send("ForgotPassword", Forgot(pool)).GetProperty("CodeDeliveryDetails").GetProperty("DeliveryMedium").GetString().ShouldBe("EMAIL");
    }

    private static object Forgot(PoolUnderTest pool, string username = "jane") => new { pool.ClientId, Username = username };

    private static object Confirm(PoolUnderTest pool, string code, string username = "jane") =>
        new { pool.ClientId, Username = username, ConfirmationCode = code, Password = NewPassword };
}
