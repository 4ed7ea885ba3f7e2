using System.Text.Json;
using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Challenges;

public sealed class MfaSetupTests
{
    [Fact]
    public void A_user_with_a_temporary_password_sets_an_authenticator_app_up_and_gets_tokens()
    {
        using var pool = WithRequiredMfa(UserStatus.ForceChangePassword);
        var newPassword = pool.Send("InitiateAuth", pool.PasswordSignIn());

        var setup = pool.Respond(newPassword, ("NEW_PASSWORD", "N3wPassword!"));
        setup.GetProperty("ChallengeName").GetString().ShouldBe("MFA_SETUP");
        setup.GetProperty("ChallengeParameters").GetProperty("MFAS_CAN_SETUP").GetString().ShouldBe("""["SOFTWARE_TOKEN_MFA"]""");
        var secret = Associate(pool, setup);
        var verified = Verify(pool, secret, Code(pool, secret));
        verified.GetProperty("Status").GetString().ShouldBe("SUCCESS");
        var tokens = IssuedTokens.Of(pool.Send("RespondToAuthChallenge", Completion(pool, verified)));

        pool.Send("GetUser", new { AccessToken = tokens.Access }).GetProperty("PreferredMfaSetting").GetString().ShouldBe("SOFTWARE_TOKEN_MFA");
        pool.Clock.Advance(TimeSpan.FromSeconds(30));
        var next = pool.Send("InitiateAuth", pool.PasswordSignIn(password: "N3wPassword!"));
        next.GetProperty("ChallengeName").GetString().ShouldBe("SOFTWARE_TOKEN_MFA");
        next.GetProperty("ChallengeParameters").GetProperty("FRIENDLY_DEVICE_NAME").GetString().ShouldBe("Jane's phone");
        IssuedTokens.Of(pool.Respond(next, ("SOFTWARE_TOKEN_MFA_CODE", Code(pool, secret))));
    }

    [Fact]
    public void Set_up_is_incomplete_until_a_code_is_verified()
    {
        using var pool = WithRequiredMfa();
        var setup = pool.Send("InitiateAuth", pool.PasswordSignIn());
        pool.RespondRefusal(setup).ShouldStartWith("SoftwareTokenMFANotFoundException");
        var secret = Associate(pool, setup);

        pool.Refusal("RespondToAuthChallenge", Completion(pool, secret)).ShouldStartWith("SoftwareTokenMFANotFoundException");
        pool.Refusal("VerifySoftwareToken", new { Session = Session(setup), UserCode = Code(pool, secret) }).ShouldStartWith("SoftwareTokenMFANotFoundException");
        pool.Refusal("VerifySoftwareToken", new { Session = Session(secret), UserCode = Totp.Code(Secret(secret), pool.Clock.GetUtcNow().AddMinutes(9)) })
            .ShouldBe("EnableSoftwareTokenMFAException: Code mismatch");
        Verify(pool, secret, Code(pool, secret));
        pool.Refusal("VerifySoftwareToken", new { Session = Session(secret), UserCode = Code(pool, secret) }).ShouldEndWith("session can only be used once.");
    }

    [Fact]
    public void A_repeated_association_returns_a_new_secret()
    {
        using var pool = WithRequiredMfa();
        var setup = pool.Send("InitiateAuth", pool.PasswordSignIn());

        Secret(Associate(pool, setup)).ShouldNotBe(Secret(Associate(pool, setup)));
    }

    [Fact]
    public void A_session_of_another_challenge_and_an_expired_session_are_refused()
    {
        using var pool = WithRequiredMfa();
        pool.Pool.AddUser("invited", PoolUnderTest.Password, UserStatus.ForceChangePassword);
        var newPassword = pool.Send("InitiateAuth", pool.PasswordSignIn("invited"));
        pool.Refusal("AssociateSoftwareToken", new { Session = Session(newPassword) }).ShouldBe("NotAuthorizedException: Invalid session for the user.");

        var setup = pool.Send("InitiateAuth", pool.PasswordSignIn());
        pool.Clock.Advance(TimeSpan.FromMinutes(3));
        pool.Refusal("AssociateSoftwareToken", new { Session = Session(setup) }).ShouldBe("NotAuthorizedException: Invalid session for the user, session is expired.");
        pool.RespondRefusal(setup).ShouldBe("NotAuthorizedException: Invalid session for the user, session is expired.");
    }

    [Theory]
    [InlineData("AdminDisableUser", "NotAuthorizedException: User is disabled.")]
    [InlineData("AdminDeleteUser", "NotAuthorizedException: Invalid session for the user.")]
    public void Set_up_fails_for_a_deleted_or_disabled_user(string operation, string refusal)
    {
        using var pool = WithRequiredMfa();
        var setup = pool.Send("InitiateAuth", pool.PasswordSignIn());
        pool.Send(operation, new { UserPoolId = pool.PoolId, Username = "jane" });

        pool.Refusal("AssociateSoftwareToken", new { Session = Session(setup) }).ShouldBe(refusal);
        pool.RespondRefusal(setup).ShouldBe(refusal);
    }

    private static PoolUnderTest WithRequiredMfa(UserStatus status = UserStatus.Confirmed)
    {
        var pool = new PoolUnderTest(options => options.Pool.MfaConfiguration = MfaConfiguration.On);
        pool.Pool.AddUser("jane", PoolUnderTest.Password, status);
        return pool;
    }

    private static string Session(JsonElement answer) => answer.GetProperty("Session").GetString()!;

    private static string Secret(JsonElement association) => association.GetProperty("SecretCode").GetString()!;

    private static string Code(PoolUnderTest pool, JsonElement association) => Totp.Code(Secret(association), pool.Clock.GetUtcNow());

    private static JsonElement Associate(PoolUnderTest pool, JsonElement setup) => pool.Send("AssociateSoftwareToken", new { Session = Session(setup) });

    private static JsonElement Verify(PoolUnderTest pool, JsonElement association, string code) =>
        pool.Send("VerifySoftwareToken", new { Session = Session(association), UserCode = code, FriendlyDeviceName = "Jane's phone" });

    private static object Completion(PoolUnderTest pool, JsonElement verified) => new
    {
        pool.ClientId,
        ChallengeName = "MFA_SETUP",
        Session = Session(verified),
        ChallengeResponses = new { USERNAME = "jane" },
    };
}
