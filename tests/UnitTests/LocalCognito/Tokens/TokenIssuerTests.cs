using System.Text.Json;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Tokens;

public sealed class TokenIssuerTests
{
    [Fact]
    public void Access_tokens_have_exactly_the_claims_of_Cognito()
    {
        using var pool = new PoolUnderTest();
        var sub = pool.AddJane();

        var token = pool.SignIn().Access;

        Names(PoolUnderTest.Header(token)).ShouldBe(["alg", "kid"]);
        var claims = PoolUnderTest.Claims(token);
        Names(claims).ShouldBe(["auth_time", "client_id", "event_id", "exp", "iat", "iss", "jti", "origin_jti", "scope", "sub", "token_use", "username"]);
        claims.GetProperty("sub").GetString().ShouldBe(sub);
        claims.GetProperty("iss").GetString().ShouldBe(pool.Pool.Issuer);
        claims.GetProperty("client_id").GetString().ShouldBe(pool.ClientId);
        claims.GetProperty("token_use").GetString().ShouldBe("access");
        claims.GetProperty("scope").GetString().ShouldBe("aws.cognito.signin.user.admin");
        claims.GetProperty("username").GetString().ShouldBe("jane");
        var now = pool.Clock.GetUtcNow().ToUnixTimeSeconds();
        claims.GetProperty("auth_time").GetInt64().ShouldBe(now);
        claims.GetProperty("iat").GetInt64().ShouldBe(now);
        claims.GetProperty("exp").GetInt64().ShouldBe(now + 3_600);
    }

    [Fact]
    public void Id_tokens_have_exactly_the_claims_of_Cognito()
    {
        using var pool = new PoolUnderTest(options => options.Pool.CustomAttributes = ["team"]);
        pool.Pool.AddUser("jane", PoolUnderTest.Password, attributes: new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = "jane@example.com", ["custom:team"] = "7" });

        var claims = PoolUnderTest.Claims(pool.SignIn().Id);

        Names(claims).ShouldBe(
            ["aud", "auth_time", "cognito:username", "custom:team", "email", "email_verified", "event_id", "exp", "iat", "iss", "jti", "origin_jti", "sub", "token_use"]);
        claims.GetProperty("aud").GetString().ShouldBe(pool.ClientId);
        claims.GetProperty("token_use").GetString().ShouldBe("id");
        claims.GetProperty("email_verified").ValueKind.ShouldBe(JsonValueKind.True);
        claims.GetProperty("custom:team").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public void Tokens_of_a_client_without_revocation_have_no_jti_and_no_origin_jti()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.EnableTokenRevocation = false);
        pool.AddJane();

        Names(PoolUnderTest.Claims(pool.SignIn().Access)).ShouldNotContain(name => name == "jti" || name == "origin_jti");
    }

    [Fact]
    public void Tokens_live_as_long_as_the_client_configures()
    {
        using var pool = new PoolUnderTest(options =>
            (options.PublicClient.AccessTokenValidity, options.PublicClient.IdTokenValidity) = (TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)));
        pool.AddJane();

        var tokens = pool.SignIn();

        Lifetime(tokens.Access).ShouldBe(300);
        Lifetime(tokens.Id).ShouldBe(600);
    }

    private static long Lifetime(string token) => PoolUnderTest.Claims(token).GetProperty("exp").GetInt64() - PoolUnderTest.Claims(token).GetProperty("iat").GetInt64();

    private static List<string> Names(JsonElement json) => [.. json.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)];
}
