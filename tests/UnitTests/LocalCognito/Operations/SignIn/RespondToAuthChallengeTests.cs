using System.Text.Json;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.SignIn;

public sealed class RespondToAuthChallengeTests
{
    private const string Invalid = "NotAuthorizedException: Invalid session for the user.";
    private const string NewPassword = "N3wPassword!";

    [Fact]
    public void A_user_with_a_temporary_password_chooses_a_new_one()
    {
        using var pool = InvitedJane(options => options.Pool.RequiredAttributes = ["email", "name"]);
        var challenge = pool.Send("InitiateAuth", pool.PasswordSignIn());

        challenge.GetProperty("ChallengeName").GetString().ShouldBe("NEW_PASSWORD_REQUIRED");
        challenge.GetProperty("Session").GetString()!.Length.ShouldBeInRange(1_400, 2_048);
        var parameters = challenge.GetProperty("ChallengeParameters");
        parameters.GetProperty("USER_ID_FOR_SRP").GetString().ShouldBe("jane");
        parameters.GetProperty("requiredAttributes").GetString().ShouldBe("""["userAttributes.name"]""");
        var tokens = IssuedTokens.Of(pool.Send("RespondToAuthChallenge", AnswerWith(pool, challenge, new(StringComparer.Ordinal) { ["USERNAME"] = "jane", ["NEW_PASSWORD"] = NewPassword, ["userAttributes.name"] = "Jane" })));

        PoolUnderTest.Claims(tokens.Id).GetProperty("name").GetString().ShouldBe("Jane");
        pool.SignIn(password: NewPassword);
    }

    [Fact]
    public void A_session_stays_open_after_a_wrong_answer_and_is_spent_by_a_correct_one()
    {
        using var pool = InvitedJane();
        var challenge = pool.Send("InitiateAuth", pool.PasswordSignIn());

        pool.Refusal("RespondToAuthChallenge", Answer(pool, challenge, password: "weak")).ShouldStartWith("InvalidPasswordException");
        pool.Send("RespondToAuthChallenge", Answer(pool, challenge));
        pool.Refusal("RespondToAuthChallenge", Answer(pool, challenge)).ShouldBe("NotAuthorizedException: Invalid session for the user, session can only be used once.");
    }

    [Fact]
    public void A_session_expires_after_three_minutes()
    {
        using var pool = InvitedJane();
        var challenge = pool.Send("InitiateAuth", pool.PasswordSignIn());
        pool.Clock.Advance(TimeSpan.FromMinutes(3));

        pool.Refusal("RespondToAuthChallenge", Answer(pool, challenge)).ShouldBe("NotAuthorizedException: Invalid session for the user, session is expired.");
    }

    [Fact]
    public void A_session_works_for_its_user_client_and_challenge_only()
    {
        using var pool = InvitedJane();
        pool.AddJane("other");
        var challenge = pool.Send("InitiateAuth", pool.PasswordSignIn());
        var session = challenge.GetProperty("Session").GetString();
        object Request(string clientId, string name, string? sessionToken, string username) => new
        {
            ClientId = clientId,
            ChallengeName = name,
            Session = sessionToken,
            ChallengeResponses = new { USERNAME = username, NEW_PASSWORD = NewPassword, SECRET_HASH = clientId == "confidential" ? PoolUnderTest.SecretHash(username) : null },
        };

        pool.Refusal("RespondToAuthChallenge", Request(pool.ClientId, "NEW_PASSWORD_REQUIRED", session, "other")).ShouldBe(Invalid);
        pool.Refusal("RespondToAuthChallenge", Request("confidential", "NEW_PASSWORD_REQUIRED", session, "jane")).ShouldBe(Invalid);
        pool.Refusal("RespondToAuthChallenge", Request(pool.ClientId, "PASSWORD", session, "jane")).ShouldBe(Invalid);
        pool.Refusal("RespondToAuthChallenge", Request(pool.ClientId, "NEW_PASSWORD_REQUIRED", null, "jane")).ShouldBe(Invalid);
        pool.Refusal("RespondToAuthChallenge", Request(pool.ClientId, "NEW_PASSWORD_REQUIRED", new string('x', 40), "jane")).ShouldBe(Invalid);
    }

    [Fact]
    public void A_temporary_password_expires_after_seven_days()
    {
        using var pool = InvitedJane();
        pool.Clock.Advance(TimeSpan.FromDays(7));

        pool.SignInRefusal().ShouldBe("NotAuthorizedException: Temporary password has expired and must be reset by an administrator.");
    }

    [Fact]
    public void The_secret_hash_is_computed_from_the_stored_user_name()
    {
        using var pool = new PoolUnderTest(options => options.Pool.UsernameAttributes = ["email"]);
        var sub = pool.Pool.AddUser("jane@example.com", PoolUnderTest.Password, UserStatus.ForceChangePassword);
        var challenge = pool.Send("InitiateAuth", new
        {
            ClientId = "confidential",
            AuthFlow = "USER_PASSWORD_AUTH",
            AuthParameters = new { USERNAME = "jane@example.com", PASSWORD = PoolUnderTest.Password, SECRET_HASH = PoolUnderTest.SecretHash("jane@example.com") },
        });
        object Request(string username, string hashed) => new
        {
            ClientId = "confidential",
            ChallengeName = "NEW_PASSWORD_REQUIRED",
            Session = challenge.GetProperty("Session").GetString(),
            ChallengeResponses = new { USERNAME = username, NEW_PASSWORD = NewPassword, SECRET_HASH = PoolUnderTest.SecretHash(hashed) },
        };

        foreach (var username in (string[])["jane@example.com", sub])
        {
            pool.Refusal("RespondToAuthChallenge", Request(username, "jane@example.com")).ShouldBe("NotAuthorizedException: Unable to verify secret hash for client confidential");
        }
        pool.Send("RespondToAuthChallenge", Request(sub, sub));
    }

    private static PoolUnderTest InvitedJane(Action<LocalCognitoOptions>? configure = null)
    {
        var pool = new PoolUnderTest(configure);
        pool.Pool.AddUser("jane", PoolUnderTest.Password, UserStatus.ForceChangePassword, new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = "jane@example.com" });
        return pool;
    }

    private static object Answer(PoolUnderTest pool, JsonElement challenge, string password = NewPassword) =>
        AnswerWith(pool, challenge, new(StringComparer.Ordinal) { ["USERNAME"] = "jane", ["NEW_PASSWORD"] = password });

    private static object AnswerWith(PoolUnderTest pool, JsonElement challenge, Dictionary<string, string> responses) => new
    {
        pool.ClientId,
        ChallengeName = "NEW_PASSWORD_REQUIRED",
        Session = challenge.GetProperty("Session").GetString(),
        ChallengeResponses = responses,
    };
}
