using System.Text.Json.Nodes;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CognitoAuth.UnitTests.Infrastructure.Tokens;

public sealed class AccessTokenVerifierTests(TestVerifier pool) : IClassFixture<TestVerifier>
{
    private TokenForge Forge => pool.Forge;

    [Fact]
    public async Task The_verifier_returns_the_claims_of_a_users_token()
    {
        var token = (await pool.Verify(pool.Token())).Value;

        token.Subject.ShouldBe(TokenForge.Subject);
        token.Username.ShouldBe("jane");
        token.HasUser.ShouldBeTrue();
        token.ClientId.ShouldBe(TokenForge.ClientId);
        token.Groups.ShouldBe(["admin", "staff"]);
        token.Scopes.ShouldBe(["aws.cognito.signin.user.admin"]);
        token.AuthTime.ToUnixTimeSeconds().ShouldBe(Forge.Now - 60);
        token.IssuedAt.ToUnixTimeSeconds().ShouldBe(Forge.Now - 60);
        token.ExpiresAt.ToUnixTimeSeconds().ShouldBe(Forge.Now + 3540);
        token.OriginJti.ShouldBe(TokenForge.OriginJti);
        token.Session.ShouldBe(SessionId.Of(new UserPoolId(TokenForge.PoolId), TokenForge.OriginJti));
        token.SubjectId.ShouldBe(SubjectId.Of(new UserPoolId(TokenForge.PoolId), TokenForge.Subject));
        token.FormerSession.ShouldBeNull();
    }

    [Fact]
    public async Task The_verifier_returns_auth_time_of_the_sign_in_and_not_of_the_refresh()
    {
        var token = (await pool.Verify(Forge.Claiming(payload => payload["auth_time"] = Forge.Now - 86_400))).Value;

        token.AuthTime.ToUnixTimeSeconds().ShouldBe(Forge.Now - 86_400);
    }

    [Fact]
    public async Task The_verifier_accepts_a_machine_token_which_has_no_user()
    {
        var token = (await pool.Verify(Forge.Claiming(AsMachineToken))).Value;

        token.Subject.ShouldBe(TokenForge.OtherClientId);
        token.HasUser.ShouldBeFalse();
        token.Groups.ShouldBeEmpty();
        token.Scopes.ShouldBe(["orders/read", "orders/write"]);
        token.AuthTime.ShouldBe(token.IssuedAt);
    }

    [Fact]
    public async Task The_verifier_accepts_a_token_without_origin_jti_and_identifies_its_session_by_user_and_second()
    {
        var token = (await pool.Verify(Forge.Claiming(payload =>
        {
            payload.Remove("jti");
            payload.Remove("origin_jti");
        }))).Value;

        token.OriginJti.ShouldBeNull();
        token.SessionText.ShouldBe($"{TokenForge.Subject}@{Forge.Now - 60}");
        token.Session.ShouldBe(SessionId.Of(new UserPoolId(TokenForge.PoolId), token.SessionText));
        token.FormerSession.ShouldBe(SessionId.FormerOf(new UserPoolId(TokenForge.PoolId), token.SessionText));
    }

    [Theory]
    [InlineData(TokenForge.Issuer)]
    [InlineData(TokenForge.OtherIssuer)]
    public async Task The_verifier_accepts_both_issuers_of_the_pool(string issuer) =>
        (await pool.Verify(Forge.Claiming(payload => payload["iss"] = issuer))).Error.ShouldBeNull();

    [Fact]
    public async Task An_alg_written_with_an_escape_is_accepted_because_it_is_the_same_value() =>
        (await pool.Verify(TokenForge.Sign(Forge.Payload(), $$"""{"alg":"\u0052S256","kid":"{{TokenForge.Key.Id}}"}"""))).Error.ShouldBeNull();

    [Fact]
    public async Task The_header_member_typ_JWT_is_accepted() => (await pool.Verify(Forge.Headed(header => header["typ"] = "JWT"))).Error.ShouldBeNull();

    [Fact]
    public async Task A_token_that_another_implementation_signed_is_accepted()
    {
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        var key = new RsaSecurityKey(TokenForge.Key.PrivateKey) { KeyId = TokenForge.Key.Id };

        var token = handler.CreateToken(Forge.Payload(), new SigningCredentials(key, SecurityAlgorithms.RsaSha256));

        (await pool.Verify(token)).Value.Username.ShouldBe("jane");
    }

    [Fact]
    public async Task An_expired_token_is_accepted_on_request()
    {
        var token = Forge.Claiming(payload => (payload["iat"], payload["exp"]) = (Forge.Now - 7200, Forge.Now - 3600));

        (await pool.Verify(token, acceptExpired: true)).Value.Username.ShouldBe("jane");
        (await pool.Verify(token)).Error!.Reason.ShouldBe("token has expired");
    }

    // One token for each reason: accepting expired tokens changes none of the other checks, which HostileTokensTests tests in full.
    public static TheoryData<string> HostileForOtherReasonsThanAge =>
        [.. HostileTokens.All.Where(pair => !pair.Value.Reason.Equals("token has expired", StringComparison.Ordinal)).DistinctBy(pair => pair.Value.Reason, StringComparer.Ordinal).Select(pair => pair.Key)];

    [Theory]
    [MemberData(nameof(HostileForOtherReasonsThanAge))]
    public async Task A_hostile_token_is_refused_also_where_expired_ones_are_accepted(string name)
    {
        var hostile = HostileTokens.All[name];

        (await pool.Verify(hostile.Build(Forge), acceptExpired: true)).Error!.Reason.ShouldBe(hostile.Reason);
    }

    [Fact]
    public async Task Every_token_with_one_character_changed_is_refused()
    {
        // An accepted token is, byte for byte, the one that was issued.
        var token = pool.Token();
        for (var index = 0; index < token.Length; index++)
        {
            var changed = token[..index] + (token[index] == 'A' ? 'B' : 'A') + token[(index + 1)..];

            (await pool.Verify(changed)).Error.ShouldNotBeNull($"character {index} was changed");
        }
    }

    [Fact]
    public async Task Tokens_are_verified_in_parallel()
    {
        var tokens = Enumerable.Range(0, 8).Select(number => Forge.Claiming(payload => payload["username"] = $"user{number}")).ToArray();

        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000), async (number, _) =>
            (await pool.Verify(tokens[number % 8])).Value.Username.ShouldBe($"user{number % 8}"));
    }

    private static void AsMachineToken(JsonObject payload)
    {
        foreach (var name in new[] { "username", "origin_jti", "event_id", "auth_time", "cognito:groups" }) payload.Remove(name);

        payload["sub"] = TokenForge.OtherClientId;
        payload["client_id"] = TokenForge.OtherClientId;
        payload["scope"] = "orders/read orders/write";
        payload["version"] = 2;
    }
}
