using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Session;

public sealed class RevokeTokenTests
{
    [Fact]
    public void A_revoked_token_ends_its_own_session_only()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var (ended, other) = (pool.SignIn(), pool.SignIn());

        pool.Send("RevokeToken", Revoke(pool, ended.Refresh!)).GetRawText().ShouldBe("{}");

        pool.RefreshRefusal(ended.Refresh!).ShouldBe("NotAuthorizedException: Refresh Token has been revoked");
        pool.Refusal("GetUser", new { AccessToken = ended.Access }).ShouldBe("NotAuthorizedException: Access Token has been revoked");
        pool.Refresh(other.Refresh!);
        pool.Send("GetUser", new { AccessToken = other.Access });
    }

    [Fact]
    public void Revocation_of_a_revoked_or_unknown_token_succeeds()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var token = pool.SignIn().Refresh!;
        pool.Send("RevokeToken", Revoke(pool, token));

        pool.Send("RevokeToken", Revoke(pool, token));
        pool.Send("RevokeToken", Revoke(pool, "garbage"));
    }

    [Fact]
    public void An_access_token_is_refused()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Refusal("RevokeToken", Revoke(pool, pool.SignIn().Access)).ShouldStartWith("UnsupportedTokenTypeException");
    }

    [Fact]
    public void Another_client_is_refused_and_the_token_still_works()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var token = pool.SignIn().Refresh!;

        pool.Refusal("RevokeToken", new { ClientId = "confidential", ClientSecret = PoolUnderTest.Secret, Token = token }).ShouldStartWith("UnauthorizedException");
        pool.Refusal("RevokeToken", new { ClientId = "confidential", Token = token }).ShouldStartWith("UnauthorizedException");
        pool.Refusal("RevokeToken", new { ClientId = "nobody", Token = token }).ShouldStartWith("UnauthorizedException");
        pool.Refresh(token);
    }

    [Fact]
    public void A_client_without_token_revocation_is_refused()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.EnableTokenRevocation = false);
        pool.AddJane();

        pool.Refusal("RevokeToken", Revoke(pool, pool.SignIn().Refresh!)).ShouldStartWith("UnsupportedOperationException");
    }

    private static object Revoke(PoolUnderTest pool, string token) => new { pool.ClientId, Token = token };
}
