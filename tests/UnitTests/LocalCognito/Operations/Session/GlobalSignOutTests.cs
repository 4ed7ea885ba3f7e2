using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Session;

public sealed class GlobalSignOutTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Global_sign_out_ends_every_session_with_and_without_token_revocation(bool tokenRevocation)
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.EnableTokenRevocation = tokenRevocation);
        pool.AddJane();
        pool.AddJane("other");
        var (first, second, others) = (pool.SignIn(), pool.SignIn(), pool.SignIn("other"));

        pool.Send("GlobalSignOut", new { AccessToken = first.Access });

        foreach (var ended in (IssuedTokens[])[first, second])
        {
            pool.RefreshRefusal(ended.Refresh!).ShouldBe("NotAuthorizedException: Refresh Token has been revoked");
            pool.Refusal("GetUser", new { AccessToken = ended.Access }).ShouldBe("NotAuthorizedException: Access Token has been revoked");
        }

        pool.Send("GetUser", new { AccessToken = others.Access });
        // A sign-in within the same second is not affected.
        pool.Send("GetUser", new { AccessToken = pool.SignIn().Access });
    }

    [Fact]
    public void Global_sign_out_refuses_a_revoked_token()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var tokens = pool.SignIn();
        pool.Send("GlobalSignOut", new { AccessToken = tokens.Access });

        pool.Refusal("GlobalSignOut", new { AccessToken = tokens.Access }).ShouldBe("NotAuthorizedException: Access Token has been revoked");
    }
}
