using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.SignIn;

public sealed class InitiateAuthTests
{
    private const string Incorrect = "NotAuthorizedException: Incorrect username or password.";
    private const string Locked = "NotAuthorizedException: Password attempts exceeded";

    [Fact]
    public void Gives_tokens_for_the_right_password()
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
    public void Answers_alike_for_unknown_user_and_wrong_password()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.SignInRefusal(password: "wrong").ShouldBe(Incorrect);
        pool.SignInRefusal("nobody").ShouldBe(Incorrect);
    }

    [Fact]
    public void Tells_of_an_unknown_user_in_legacy_mode()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.PreventUserExistenceErrors = ExistenceErrors.Legacy);

        pool.SignInRefusal("nobody").ShouldBe("UserNotFoundException: User does not exist.");
    }

    [Theory]
    [InlineData(UserStatus.Unconfirmed, true, "UserNotConfirmedException: User is not confirmed.")]
    [InlineData(UserStatus.ResetRequired, true, "PasswordResetRequiredException: Password reset required for the user")]
    [InlineData(UserStatus.Confirmed, false, "NotAuthorizedException: User is disabled.")]
    public void Tells_the_state_before_it_looks_at_the_password(UserStatus status, bool enabled, string refusal)
    {
        using var pool = new PoolUnderTest();
        pool.Pool.AddUser("jane", PoolUnderTest.Password, status, enabled: enabled);

        pool.SignInRefusal(password: "wrong").ShouldBe(refusal);
    }

    [Fact]
    public void Locks_for_a_second_after_five_failures_and_doubles()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        for (var failure = 0; failure < 5; failure++)
            pool.SignInRefusal(password: "wrong").ShouldBe(Incorrect);

        foreach (var seconds in (int[])[1, 2, 4, 8])
        {
            pool.SignInRefusal().ShouldBe(Locked, "the right password does not open a lock");
            pool.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            pool.SignInRefusal().ShouldBe(Locked);
            pool.Clock.Advance(TimeSpan.FromMilliseconds(1));
            pool.SignInRefusal(password: "wrong").ShouldBe(Incorrect, "tries during the lock do not lengthen it");
        }
    }

    [Fact]
    public void Never_locks_for_longer_than_fifteen_minutes()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var (locked, longest) = (0, 0);
        for (var minute = 0; minute < 240; minute++)
        {
            // Trying each minute keeps the count alive; waiting in silence would reset it.
            locked = pool.SignInRefusal(password: "wrong") == Locked ? locked + 1 : 0;
            longest = Math.Max(longest, locked);
            pool.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        longest.ShouldBe(14, "a try fails, fourteen are refused, and the next one counts again");
    }

    [Fact]
    public void Forgets_failures_after_a_success_and_after_a_quarter_of_an_hour()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        void FailFourTimes()
        {
            for (var failure = 0; failure < 4; failure++)
                pool.SignInRefusal(password: "wrong").ShouldBe(Incorrect);
        }

        FailFourTimes();
        pool.SignIn();
        FailFourTimes();
        pool.Clock.Advance(TimeSpan.FromMinutes(15));
        FailFourTimes();
        pool.SignIn();
    }

    [Fact]
    public void Finds_the_user_by_address_where_it_is_the_name()
    {
        using var pool = new PoolUnderTest(options => options.Pool.UsernameAttributes = ["email"]);
        var sub = pool.Pool.AddUser("jane@example.com", PoolUnderTest.Password);

        PoolUnderTest.Claims(pool.SignIn("JANE@example.com").Access).GetProperty("username").GetString().ShouldBe(sub);
    }

    [Theory]
    [InlineData(null, "Client confidential is configured with secret but SECRET_HASH was not received")]
    [InlineData("wrong", "Unable to verify secret hash for client confidential")]
    public void Refuses_a_client_that_does_not_prove_its_secret(string? hash, string message)
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Refusal("InitiateAuth", new { ClientId = "confidential", AuthFlow = "USER_PASSWORD_AUTH", AuthParameters = new { USERNAME = "jane", PASSWORD = PoolUnderTest.Password, SECRET_HASH = hash } })
            .ShouldBe($"NotAuthorizedException: {message}");
    }

    [Theory]
    [InlineData("USER_PASSWORD_AUTH", "InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client")]
    [InlineData("ADMIN_USER_PASSWORD_AUTH", "InvalidParameterException: Initiate Auth method not supported.")]
    public void Refuses_flows_that_are_not_for_this_caller(string flow, string refusal)
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.ExplicitAuthFlows = ["ALLOW_REFRESH_TOKEN_AUTH"]);

        pool.Refusal("InitiateAuth", new { pool.ClientId, AuthFlow = flow, AuthParameters = new { USERNAME = "jane", PASSWORD = "x" } }).ShouldBe(refusal);
    }

    [Theory]
    [InlineData("PASSWORD", "USERNAME")]
    [InlineData("USERNAME", "PASSWORD")]
    public void Names_the_missing_parameter(string given, string missing)
    {
        using var pool = new PoolUnderTest();

        pool.Refusal("InitiateAuth", new { pool.ClientId, AuthFlow = "USER_PASSWORD_AUTH", AuthParameters = new Dictionary<string, string>(StringComparer.Ordinal) { [given] = "x" } })
            .ShouldBe($"InvalidParameterException: Missing required parameter {missing}");
    }

    [Fact]
    public void Refreshes_with_the_hash_of_the_real_user_name_only()
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
    public void Refuses_to_refresh_in_the_old_way_where_tokens_rotate()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.RefreshTokenRotation = true);
        pool.AddJane();

        pool.Refusal("InitiateAuth", new { pool.ClientId, AuthFlow = "REFRESH_TOKEN_AUTH", AuthParameters = new { REFRESH_TOKEN = pool.SignIn().Refresh } })
            .ShouldBe("InvalidParameterException: REFRESH_TOKEN_AUTH flow not enabled for this client");
    }

    private static object Confidential(string flow, object parameters) => new { ClientId = "confidential", AuthFlow = flow, AuthParameters = parameters };
}
