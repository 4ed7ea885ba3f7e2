using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Account;

public sealed class GetUserTests
{
    [Fact]
    public void The_user_name_and_attributes_are_returned()
    {
        using var pool = new PoolUnderTest();
        var sub = pool.AddJane();

        pool.Send("GetUser", new { AccessToken = pool.SignIn().Access }).GetRawText().ShouldBe(
            $$"""{"Username":"jane","UserAttributes":[{"Name":"sub","Value":"{{sub}}"},{"Name":"email","Value":"jane@example.com"},{"Name":"email_verified","Value":"true"}]}""");
    }

    [Fact]
    public void A_token_that_is_not_an_access_token_of_this_pool_is_refused()
    {
        using var pool = new PoolUnderTest();
        using var other = new PoolUnderTest();
        pool.AddJane();
        other.AddJane();
        var tokens = pool.SignIn();
        var parts = tokens.Access.Split('.');

        Refusal(pool, "garbage").ShouldBe("NotAuthorizedException: Invalid Access Token");
        Refusal(pool, "a.b.c").ShouldBe("NotAuthorizedException: Invalid Access Token");
        Refusal(pool, tokens.Id).ShouldBe("NotAuthorizedException: Invalid Access Token");
        Refusal(pool, other.SignIn().Access).ShouldBe("NotAuthorizedException: Could not verify signature for Access Token");
        Refusal(pool, $"{parts[0]}.{tokens.Id.Split('.')[1]}.{parts[2]}").ShouldBe("NotAuthorizedException: Could not verify signature for Access Token");
    }

    [Fact]
    public void An_expired_token_is_refused()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var token = pool.SignIn().Access;
        pool.Clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(1));
        pool.Send("GetUser", new { AccessToken = token });
        pool.Clock.Advance(TimeSpan.FromSeconds(1));

        Refusal(pool, token).ShouldBe("NotAuthorizedException: Access Token has expired");
    }

    [Fact]
    public void The_token_of_a_deleted_user_is_refused()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var token = pool.SignIn().Access;
        pool.Send("AdminDeleteUser", new { UserPoolId = pool.PoolId, Username = "jane" });

        Refusal(pool, token).ShouldBe("UserNotFoundException: User does not exist.");
    }

    private static string Refusal(PoolUnderTest pool, string token) => pool.Refusal("GetUser", new { AccessToken = token });
}
