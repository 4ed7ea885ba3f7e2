using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.SignIn;

public sealed class InitiateAuthTests
{
    private const string Incorrect = "NotAuthorizedException: Incorrect username or password.";
    private const string Locked = "NotAuthorizedException: Password attempts exceeded";

    [Fact]
    public void The_correct_password_returns_tokens()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        var answer = pool.Send("InitiateAuth", pool.PasswordSignIn());

        answer.GetProperty("ChallengeParameters").GetRawText().ShouldBe("{}");
        answer.TryGetProperty("Session", out _).ShouldBeFalse();
        var result = answer.GetProperty("AuthenticationResult");
        result.GetProperty("ExpiresIn").GetInt32().ShouldBe(3600);
        result.GetProperty("TokenType").GetString().ShouldBe("Bearer");
        var refreshToken = result.GetProperty("RefreshToken").GetString()!;
        refreshToken.Split('.').Length.ShouldBe(5);
        refreshToken.Length.ShouldBeInRange(1_600, 1_800);
    }

    [Fact]
    public void An_unknown_user_and_a_wrong_password_get_the_same_error()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.SignInRefusal(password: "wrong").ShouldBe(Incorrect);
        pool.SignInRefusal("nobody").ShouldBe(Incorrect);
    }

    [Fact]
    public void An_unknown_user_is_reported_in_legacy_mode()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.PreventUserExistenceErrors = ExistenceErrors.Legacy);

        pool.SignInRefusal("nobody").ShouldBe("UserNotFoundException: User does not exist.");
    }

    [Theory]
    [InlineData(UserStatus.Unconfirmed, true, "UserNotConfirmedException: User is not confirmed.")]
    [InlineData(UserStatus.ResetRequired, true, "PasswordResetRequiredException: Password reset required for the user")]
    [InlineData(UserStatus.Confirmed, false, "NotAuthorizedException: User is disabled.")]
    public void The_account_state_is_reported_before_the_password_is_verified(UserStatus status, bool enabled, string refusal)
    {
        using var pool = new PoolUnderTest();
        pool.Pool.AddUser("jane", PoolUnderTest.Password, status, enabled: enabled);

        pool.SignInRefusal(password: "wrong").ShouldBe(refusal);
    }

    [Fact]
    public void Five_failures_lock_the_password_for_a_second_and_each_further_failure_doubles_it()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        for (var failure = 0; failure < 5; failure++) pool.SignInRefusal(password: "wrong").ShouldBe(Incorrect);

        foreach (var seconds in (int[])[1, 2, 4, 8])
        {
            pool.SignInRefusal().ShouldBe(Locked, "the correct password does not end a lock");
            pool.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            pool.SignInRefusal().ShouldBe(Locked);
            pool.Clock.Advance(TimeSpan.FromMilliseconds(1));
            pool.SignInRefusal(password: "wrong").ShouldBe(Incorrect, "attempts during the lock do not extend it");
        }
    }

    [Fact]
    public void A_lock_never_lasts_longer_than_fifteen_minutes()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var (locked, longest) = (0, 0);
        for (var minute = 0; minute < 240; minute++)
        {
            // An attempt each minute keeps the count. A long pause would reset it.
            locked = pool.SignInRefusal(password: "wrong") == Locked ? locked + 1 : 0;
            longest = Math.Max(longest, locked);
            pool.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        longest.ShouldBe(14, "one attempt fails, fourteen are refused, and the next one counts again");
    }

    [Fact]
    public void A_success_and_fifteen_quiet_minutes_reset_the_failures()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        void FailFourTimes()
        {
            for (var failure = 0; failure < 4; failure++) pool.SignInRefusal(password: "wrong").ShouldBe(Incorrect);
        }

        FailFourTimes();
        pool.SignIn();
        FailFourTimes();
        pool.Clock.Advance(TimeSpan.FromMinutes(15));
        FailFourTimes();
        pool.SignIn();
    }

    [Fact]
    public void A_user_signs_in_with_the_address_that_serves_as_name()
    {
        using var pool = new PoolUnderTest(options => options.Pool.UsernameAttributes = ["email"]);
        var sub = pool.Pool.AddUser("jane@example.com", PoolUnderTest.Password);

        PoolUnderTest.Claims(pool.SignIn("JANE@example.com").Access).GetProperty("username").GetString().ShouldBe(sub);
    }

    [Theory]
    [InlineData(null, "Client confidential is configured with secret but SECRET_HASH was not received")]
    [InlineData("wrong", "Unable to verify secret hash for client confidential")]
    public void A_client_is_refused_without_a_valid_secret_hash(string? hash, string message)
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Refusal("InitiateAuth", new { ClientId = "confidential", AuthFlow = "USER_PASSWORD_AUTH", AuthParameters = new { USERNAME = "jane", PASSWORD = PoolUnderTest.Password, SECRET_HASH = hash } })
            .ShouldBe($"NotAuthorizedException: {message}");
    }

    [Theory]
    [InlineData("USER_PASSWORD_AUTH", "InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client")]
    [InlineData("ADMIN_USER_PASSWORD_AUTH", "InvalidParameterException: Initiate Auth method not supported.")]
    public void A_flow_that_the_caller_cannot_use_is_refused(string flow, string refusal)
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.ExplicitAuthFlows = ["ALLOW_REFRESH_TOKEN_AUTH"]);

        pool.Refusal("InitiateAuth", new { pool.ClientId, AuthFlow = flow, AuthParameters = new { USERNAME = "jane", PASSWORD = "x" } }).ShouldBe(refusal);
    }

    [Theory]
    [InlineData("PASSWORD", "USERNAME")]
    [InlineData("USERNAME", "PASSWORD")]
    public void A_missing_parameter_is_named(string given, string missing)
    {
        using var pool = new PoolUnderTest();

        pool.Refusal("InitiateAuth", new { pool.ClientId, AuthFlow = "USER_PASSWORD_AUTH", AuthParameters = new Dictionary<string, string>(StringComparer.Ordinal) { [given] = "x" } })
            .ShouldBe($"InvalidParameterException: Missing required parameter {missing}");
    }

    [Fact]
    public void A_refresh_needs_the_hash_of_the_stored_user_name()
    {
        using var pool = new PoolUnderTest(options => options.Pool.UsernameAttributes = ["email"]);
        var sub = pool.Pool.AddUser("jane@example.com", PoolUnderTest.Password);
        var tokens = IssuedTokens.Of(pool.Send("InitiateAuth", Confidential("USER_PASSWORD_AUTH", new { USERNAME = "jane@example.com", PASSWORD = PoolUnderTest.Password, SECRET_HASH = PoolUnderTest.SecretHash("jane@example.com") })));

        pool.Refusal("InitiateAuth", Confidential("REFRESH_TOKEN_AUTH", new { REFRESH_TOKEN = tokens.Refresh, SECRET_HASH = PoolUnderTest.SecretHash("jane@example.com") }))
            .ShouldBe("NotAuthorizedException: SecretHash does not match for the client: confidential");
        IssuedTokens.Of(pool.Send("InitiateAuth", Confidential("REFRESH_TOKEN", new { REFRESH_TOKEN = tokens.Refresh, SECRET_HASH = PoolUnderTest.SecretHash(sub) })))
            .Refresh.ShouldBeNull();
    }

    [Fact]
    public void REFRESH_TOKEN_AUTH_is_refused_when_tokens_rotate()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.RefreshTokenRotation = true);
        pool.AddJane();

        pool.Refusal("InitiateAuth", new { pool.ClientId, AuthFlow = "REFRESH_TOKEN_AUTH", AuthParameters = new { REFRESH_TOKEN = pool.SignIn().Refresh } })
            .ShouldBe("InvalidParameterException: REFRESH_TOKEN_AUTH flow not enabled for this client");
    }

    private static object Confidential(string flow, object parameters) => new { ClientId = "confidential", AuthFlow = flow, AuthParameters = parameters };
}
