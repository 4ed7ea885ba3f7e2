using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Session;

public sealed class RevokeTokenTests
{
    [Fact]
    public void Ends_this_session_and_no_other()
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
    public void Succeeds_for_tokens_that_are_dead_or_unknown()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var token = pool.SignIn().Refresh!;
        pool.Send("RevokeToken", Revoke(pool, token));

        pool.Send("RevokeToken", Revoke(pool, token));
        pool.Send("RevokeToken", Revoke(pool, "garbage"));
    }

    [Fact]
    public void Refuses_access_tokens()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Refusal("RevokeToken", Revoke(pool, pool.SignIn().Access)).ShouldStartWith("UnsupportedTokenTypeException");
    }

    [Fact]
    public void Refuses_another_client_and_leaves_the_token_alive()
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
    public void Is_not_there_for_clients_without_token_revocation()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.EnableTokenRevocation = false);
        pool.AddJane();

        pool.Refusal("RevokeToken", Revoke(pool, pool.SignIn().Refresh!)).ShouldStartWith("UnsupportedOperationException");
    }

    private static object Revoke(PoolUnderTest pool, string token) => new { pool.ClientId, Token = token };
}
