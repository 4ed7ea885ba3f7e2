using System.Text.Json;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Challenges;

public sealed class PasswordVerifierTests : IDisposable
{
    private const string Incorrect = "NotAuthorizedException: Incorrect username or password.";

    private readonly PoolUnderTest _pool = new();
    private readonly SrpClient _client = new();

    [Fact]
    public void A_client_that_knows_the_password_signs_in()
    {
        _pool.AddJane();
        var challenge = Start();

        challenge.GetProperty("ChallengeName").GetString().ShouldBe("PASSWORD_VERIFIER");
        challenge.TryGetProperty("Session", out _).ShouldBeFalse("Cognito returns no session here");
        Parameters(challenge).EnumerateObject().Select(parameter => parameter.Name).ShouldBe(["SALT", "SECRET_BLOCK", "SRP_B", "USERNAME", "USER_ID_FOR_SRP"]);
        (Parameter(challenge, "USERNAME"), Parameter(challenge, "USER_ID_FOR_SRP")).ShouldBe(("jane", "jane"));
        IssuedTokens.Of(Respond(challenge, Prove(challenge)));
        Refuse(challenge, Prove(challenge)).ShouldEndWith("session can only be used once.");
    }

    [Fact]
    public void SRP_works_for_numbers_of_any_length()
    {
        _pool.AddJane();

        // One of 256 sign-ins has a leading zero byte. A leading zero digit and a set first bit are far more frequent.
        for (var round = 0; round < Repetitions.Of(24); round++)
        {
            var client = new SrpClient();
            _pool.Send("AdminSetUserPassword", new { UserPoolId = _pool.PoolId, Username = "jane", PoolUnderTest.Password, Permanent = true });
            var challenge = Start(client: client);
            IssuedTokens.Of(Respond(challenge, client.Prove(challenge, _pool.PoolId, PoolUnderTest.Password, _pool.Clock.GetUtcNow())));
        }
    }

    [Fact]
    public void A_wrong_password_and_a_modified_answer_are_refused()
    {
        _pool.AddJane();
        var challenge = Start();

        Refuse(challenge, _client.Prove(challenge, _pool.PoolId, "Wr0ngPassword!", _pool.Clock.GetUtcNow())).ShouldBe(Incorrect);
        foreach (var changed in (string[])["PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK"])
        {
            Refuse(challenge, [.. Prove(challenge).Select(response => response.Name == changed ? (response.Name, "AAAA" + response.Value[4..]) : response)]).ShouldStartWith("NotAuthorizedException");
        }
        Refuse(challenge, [.. Prove(challenge).Where(response => response.Name != "TIMESTAMP")]).ShouldBe("InvalidParameterException: Missing required parameter TIMESTAMP");
        IssuedTokens.Of(Respond(challenge, Prove(challenge)));
    }

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-59, true)]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public void A_timestamp_is_accepted_within_a_minute(int seconds, bool isAccepted)
    {
        _pool.AddJane();
        var challenge = Start();
        var proof = _client.Prove(challenge, _pool.PoolId, PoolUnderTest.Password, _pool.Clock.GetUtcNow().AddSeconds(seconds));

        if (isAccepted) IssuedTokens.Of(Respond(challenge, proof));
        else Refuse(challenge, proof).ShouldBe(Incorrect);
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "InvalidParameterException: TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.")]
    [InlineData("Fri Jan 02 03:04:05 UTC 2026", Incorrect)]
    public void A_timestamp_has_one_valid_format(string timestamp, string refusal)
    {
        _pool.AddJane();
        var challenge = Start();

        Refuse(challenge, _client.Prove(challenge, _pool.PoolId, PoolUnderTest.Password, timestamp)).ShouldBe(refusal);
    }

    [Fact]
    public void A_public_value_that_would_accept_every_password_is_refused()
    {
        _pool.AddJane();

        foreach (var value in (string[])["0", SrpClient.Prime, "00" + SrpClient.Prime, "no number", new('1', 1_000)])
        {
            _pool.Refusal("InitiateAuth", Request("jane", value)).ShouldBe("InvalidParameterException: SRP_A is not a valid number.");
        }
        _pool.Refusal("InitiateAuth", Request("jane", "")).ShouldBe("InvalidParameterException: Missing required parameter SRP_A");
    }

    [Fact]
    public void A_user_who_does_not_exist_is_always_simulated_in_the_same_way()
    {
        var first = Start("nobody");
        var second = Start("NOBODY");

        Guid.TryParse(Parameter(first, "USER_ID_FOR_SRP"), out _).ShouldBeTrue();
        Parameter(second, "USER_ID_FOR_SRP").ShouldBe(Parameter(first, "USER_ID_FOR_SRP"));
        Parameter(second, "SALT").ShouldBe(Parameter(first, "SALT"));
        Parameter(second, "SRP_B").ShouldNotBe(Parameter(first, "SRP_B"));
        Parameter(Start("somebody"), "SALT").ShouldNotBe(Parameter(first, "SALT"));
        foreach (var name in (string[])["nobody", Parameter(first, "USER_ID_FOR_SRP")])
        {
            _pool.Refusal("RespondToAuthChallenge", _pool.Answer(first, name, Prove(first))).ShouldBe(Incorrect);
        }
    }

    [Fact]
    public void An_unknown_user_is_reported_in_legacy_mode()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.PreventUserExistenceErrors = ExistenceErrors.Legacy);

        pool.Refusal("InitiateAuth", new { pool.ClientId, AuthFlow = "USER_SRP_AUTH", AuthParameters = new { USERNAME = "nobody", SRP_A = _client.A } })
            .ShouldBe("UserNotFoundException: User does not exist.");
    }

    [Fact]
    public void A_secret_block_works_for_its_user_and_client_and_expires()
    {
        _pool.AddJane();
        _pool.AddJane("other");
        var challenge = Start();
        var proof = Prove(challenge);

        _pool.Refusal("RespondToAuthChallenge", _pool.Answer(challenge, "other", proof)).ShouldBe("NotAuthorizedException: Invalid session for the user.");
        _pool.Refusal("RespondToAuthChallenge", new
        {
            ClientId = "confidential",
            ChallengeName = "PASSWORD_VERIFIER",
            ChallengeResponses = proof.Append((Name: "USERNAME", Value: "jane")).ToDictionary(response => response.Name, response => response.Value),
        }).ShouldBe("NotAuthorizedException: Invalid session for the user.");
        _pool.Clock.Advance(TimeSpan.FromMinutes(3));
        Refuse(challenge, Prove(challenge)).ShouldEndWith("session is expired.");
    }

    [Theory]
    [InlineData(UserStatus.Unconfirmed, "UserNotConfirmedException: User is not confirmed.")]
    [InlineData(UserStatus.ResetRequired, "PasswordResetRequiredException: Password reset required for the user")]
    public void The_account_state_is_reported_before_the_proof_is_verified(UserStatus status, string refusal)
    {
        _pool.Pool.AddUser("jane", PoolUnderTest.Password, status);
        var challenge = Start();

        Refuse(challenge, _client.Prove(challenge, _pool.PoolId, "Wr0ngPassword!", _pool.Clock.GetUtcNow())).ShouldBe(refusal);
    }

    [Fact]
    public void SRP_continues_to_a_new_password_and_counts_failures_towards_the_lockout()
    {
        _pool.Pool.AddUser("jane", PoolUnderTest.Password, UserStatus.ForceChangePassword);
        var challenge = Start();
        Respond(challenge, Prove(challenge)).GetProperty("ChallengeName").GetString().ShouldBe("NEW_PASSWORD_REQUIRED");

        var locked = Start();
        for (var failure = 0; failure < 5; failure++) Refuse(locked, _client.Prove(locked, _pool.PoolId, "wrong", _pool.Clock.GetUtcNow())).ShouldBe(Incorrect);
        Refuse(locked, Prove(locked)).ShouldBe("NotAuthorizedException: Password attempts exceeded");
    }

    [Fact]
    public void The_secret_hash_is_computed_from_the_stored_name_when_an_address_was_typed()
    {
        using var pool = new PoolUnderTest(options => options.Pool.UsernameAttributes = ["email"]);
        var sub = pool.Pool.AddUser("jane@example.com", PoolUnderTest.Password);
        var challenge = pool.Send("InitiateAuth", new
        {
            ClientId = "confidential",
            AuthFlow = "USER_SRP_AUTH",
            AuthParameters = new { USERNAME = "jane@example.com", SRP_A = _client.A, SECRET_HASH = PoolUnderTest.SecretHash("jane@example.com") },
        });

        Parameter(challenge, "USER_ID_FOR_SRP").ShouldBe(sub);
        object Answer(string hashed) => new
        {
            ClientId = "confidential",
            ChallengeName = "PASSWORD_VERIFIER",
            ChallengeResponses = _client.Prove(challenge, pool.PoolId, PoolUnderTest.Password, pool.Clock.GetUtcNow())
                .Concat([(Name: "USERNAME", Value: sub), (Name: "SECRET_HASH", Value: PoolUnderTest.SecretHash(hashed))])
                .ToDictionary(response => response.Name, response => response.Value),
        };
        pool.Refusal("RespondToAuthChallenge", Answer("jane@example.com")).ShouldBe("NotAuthorizedException: Unable to verify secret hash for client confidential");
        IssuedTokens.Of(pool.Send("RespondToAuthChallenge", Answer(sub)));
    }

    public void Dispose() => _pool.Dispose();

    private static JsonElement Parameters(JsonElement challenge) => challenge.GetProperty("ChallengeParameters");

    private static string Parameter(JsonElement challenge, string name) => Parameters(challenge).GetProperty(name).GetString()!;

    private JsonElement Start(string username = "jane", SrpClient? client = null) => _pool.Send("InitiateAuth", Request(username, (client ?? _client).A));

    private object Request(string username, string value) => new { _pool.ClientId, AuthFlow = "USER_SRP_AUTH", AuthParameters = new { USERNAME = username, SRP_A = value } };

    private (string Name, string Value)[] Prove(JsonElement challenge) => _client.Prove(challenge, _pool.PoolId, PoolUnderTest.Password, _pool.Clock.GetUtcNow());

    private JsonElement Respond(JsonElement challenge, (string Name, string Value)[] proof) => _pool.Send("RespondToAuthChallenge", _pool.Answer(challenge, "jane", proof));

    private string Refuse(JsonElement challenge, (string Name, string Value)[] proof) => _pool.Refusal("RespondToAuthChallenge", _pool.Answer(challenge, "jane", proof));
}
