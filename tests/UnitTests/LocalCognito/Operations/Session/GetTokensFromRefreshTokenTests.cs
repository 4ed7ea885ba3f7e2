using CognitoAuth.LocalCognito.Options;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Session;

public sealed class GetTokensFromRefreshTokenTests
{
    private const string Invalid = "NotAuthorizedException: Invalid Refresh Token";
    private const string Revoked = "NotAuthorizedException: Refresh Token has been revoked";
    private const string Reused = "RefreshTokenReuseException: Refresh token reuse detected.";

    [Fact]
    public void A_refresh_keeps_the_session_and_its_start_and_issues_new_token_ids()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var first = pool.SignIn();
        pool.Clock.Advance(TimeSpan.FromMinutes(30));

        var second = IssuedTokens.Of(pool.Refresh(first.Refresh!));

        second.Refresh.ShouldBeNull("without rotation the token does not change");
        var (before, after) = (PoolUnderTest.Claims(first.Access), PoolUnderTest.Claims(second.Access));
        foreach (var kept in (string[])["sub", "auth_time", "origin_jti", "event_id", "username"])
        {
            after.GetProperty(kept).GetRawText().ShouldBe(before.GetProperty(kept).GetRawText(), kept);
        }
        (after.GetProperty("jti").GetString() == before.GetProperty("jti").GetString()).ShouldBeFalse();
        (after.GetProperty("iat").GetInt64() - before.GetProperty("iat").GetInt64()).ShouldBe(1_800);
    }

    [Fact]
    public void With_rotation_a_replaced_token_is_refused_as_reused()
    {
        using var pool = Rotating(graceSeconds: 0);
        var first = pool.SignIn();
        var second = IssuedTokens.Of(pool.Refresh(first.Refresh!));

        pool.RefreshRefusal(first.Refresh!).ShouldBe(Reused);
        pool.RefreshRefusal(second.Refresh!).ShouldBe(Revoked, "after a reuse the whole session ends");
        pool.Refusal("GetUser", new { AccessToken = second.Access }).ShouldBe("NotAuthorizedException: Access Token has been revoked");
    }

    [Fact]
    public void A_replaced_token_works_during_the_grace_period()
    {
        using var pool = Rotating(graceSeconds: 10);
        var first = pool.SignIn();
        var second = IssuedTokens.Of(pool.Refresh(first.Refresh!));
        pool.Clock.Advance(TimeSpan.FromSeconds(10));

        var third = IssuedTokens.Of(pool.Refresh(first.Refresh!));
        pool.Refresh(second.Refresh!);
        var fourth = IssuedTokens.Of(pool.Refresh(third.Refresh!));
        pool.Clock.Advance(TimeSpan.FromSeconds(1));
        pool.RefreshRefusal(first.Refresh!).ShouldBe(Reused);
        pool.RefreshRefusal(fourth.Refresh!).ShouldBe(Revoked);
    }

    [Fact]
    public void A_token_that_was_replaced_long_ago_is_refused_as_reused()
    {
        using var pool = Rotating(graceSeconds: 60);
        var first = pool.SignIn();
        var token = first.Refresh!;
        for (var refresh = 0; refresh < 200; refresh++)
        {
            token = IssuedTokens.Of(pool.Refresh(token)).Refresh!;
            pool.Clock.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));
        }

        pool.RefreshRefusal(first.Refresh!).ShouldBe(Reused);
    }

    [Fact]
    public void Rotation_does_not_extend_the_lifetime_of_refresh_tokens()
    {
        using var pool = Rotating(graceSeconds: 0);
        var first = pool.SignIn();
        pool.Clock.Advance(TimeSpan.FromDays(29));
        var second = IssuedTokens.Of(pool.Refresh(first.Refresh!));
        pool.Clock.Advance(TimeSpan.FromDays(1));

        pool.RefreshRefusal(second.Refresh!).ShouldBe("NotAuthorizedException: Refresh Token has expired");
    }

    [Fact]
    public void A_token_that_the_pool_did_not_issue_is_refused()
    {
        using var pool = new PoolUnderTest();
        using var other = new PoolUnderTest();
        pool.AddJane();
        other.AddJane();
        var token = pool.SignIn().Refresh!;
        var tampered = token[..^5] + (token[^5] == 'A' ? 'B' : 'A') + token[^4..];

        pool.RefreshRefusal("garbage").ShouldBe(Invalid);
        pool.RefreshRefusal("a.b.c.d.e").ShouldBe(Invalid);
        pool.RefreshRefusal(tampered).ShouldBe(Invalid);
        pool.RefreshRefusal(other.SignIn().Refresh!).ShouldBe(Invalid);
    }

    [Fact]
    public void The_token_of_another_client_is_refused()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Refusal("GetTokensFromRefreshToken", new { ClientId = "confidential", ClientSecret = PoolUnderTest.Secret, RefreshToken = pool.SignIn().Refresh }).ShouldBe(Invalid);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public void A_client_without_its_secret_is_refused(string? secret)
    {
        using var pool = new PoolUnderTest();

        pool.Refusal("GetTokensFromRefreshToken", new { ClientId = "confidential", ClientSecret = secret, RefreshToken = "x" })
            .ShouldBe("NotAuthorizedException: Unable to verify secret hash for client confidential");
    }

    [Fact]
    public void Disabled_and_deleted_users_are_refused()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var token = pool.SignIn().Refresh!;

        pool.Send("AdminDisableUser", new { UserPoolId = pool.PoolId, Username = "jane" });
        pool.RefreshRefusal(token).ShouldBe("NotAuthorizedException: User is disabled.");
        pool.Send("AdminEnableUser", new { UserPoolId = pool.PoolId, Username = "jane" });
        pool.RefreshRefusal(token).ShouldBe(Revoked);
        pool.Send("AdminDeleteUser", new { UserPoolId = pool.PoolId, Username = "jane" });
        pool.RefreshRefusal(token).ShouldBe("UserNotFoundException: User does not exist.");
    }

    private static PoolUnderTest Rotating(int graceSeconds)
    {
        var pool = new PoolUnderTest(options => options.PublicClient = new AppClientOptions
        {
            ClientId = "rotating",
            GenerateSecret = false,
            RefreshTokenRotation = true,
            RetryGracePeriodSeconds = graceSeconds,
        });
        pool.AddJane();
        return pool;
    }
}
