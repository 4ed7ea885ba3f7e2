using System.Text.Json;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Options;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Session;

public sealed class UserSessionsTests : IDisposable
{
    private const string NotFound = "ResourceNotFoundException: Session does not exist.";

    private readonly PoolUnderTest _pool = Tracking();

    public UserSessionsTests() => _pool.AddJane();

    [Fact]
    public void Every_open_session_is_listed()
    {
        var first = _pool.SignIn();
        var began = _pool.Clock.GetUtcNow().ToUnixTimeSeconds();
        _pool.Clock.Advance(TimeSpan.FromMinutes(1));
        _pool.Refresh(first.Refresh!);
        var second = _pool.SignIn();

        var sessions = List(second);

        sessions.Count.ShouldBe(2);
        Id(sessions[0]).ShouldMatch("^tkn[0-9a-f]{32}$");
        sessions[0].GetRawText().ShouldBe(
            $$"""{"SessionId":"{{Id(sessions[0])}}","SessionType":"TOKEN","ClientId":"{{_pool.ClientId}}","CreateDate":{{began}},"LastActiveDate":{{began + 60}},"DeviceType":"unknown","IsCurrentSession":false}""");
        sessions[1].GetProperty("IsCurrentSession").GetBoolean().ShouldBeTrue();
        List(first).Select(session => session.GetProperty("IsCurrentSession").GetBoolean()).ShouldBe([true, false]);
    }

    [Fact]
    public void A_revoked_session_ends_with_all_its_tokens()
    {
        var ended = _pool.SignIn();
        var own = _pool.SignIn();

        _pool.Send("RevokeUserSession", new { AccessToken = own.Access, SessionId = Id(List(own)[0]) });

        _pool.RefreshRefusal(ended.Refresh!).ShouldBe("NotAuthorizedException: Refresh Token has been revoked");
        _pool.Refusal("GetUser", new { AccessToken = ended.Access }).ShouldBe("NotAuthorizedException: Access Token has been revoked");
        _pool.Refresh(own.Refresh!);
        List(own).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_current_session_sessions_of_others_and_ended_sessions_cannot_be_revoked()
    {
        _pool.AddJane("other");
        var (over, own) = (_pool.SignIn(), _pool.SignIn());
        var others = Id(List(_pool.SignIn("other"))[0]);
        var ids = List(own).Select(Id).ToList();
        _pool.Send("RevokeToken", new { Token = over.Refresh, _pool.ClientId });
        string Revoke(string id) => _pool.Refusal("RevokeUserSession", new { AccessToken = own.Access, SessionId = id });

        Revoke(ids[0]).ShouldBe(NotFound);
        Revoke(ids[1]).ShouldBe("InvalidParameterException: The current session can't be revoked.");
        Revoke(others).ShouldBe(NotFound);
        Revoke("tkn-made-up").ShouldBe(NotFound);
    }

    [Fact]
    public void Expired_and_signed_out_sessions_are_not_listed()
    {
        _pool.SignIn();
        _pool.Send("GlobalSignOut", new { AccessToken = _pool.SignIn().Access });
        _pool.SignIn();
        _pool.Clock.Advance(TimeSpan.FromDays(30));

        List(_pool.SignIn()).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_new_session_above_the_maximum_revokes_the_least_recently_used_one()
    {
        using var pool = Tracking(most: 2);
        pool.AddJane();
        var (used, unused) = (pool.SignIn(), pool.SignIn());
        pool.Clock.Advance(TimeSpan.FromMinutes(1));
        pool.Refresh(used.Refresh!);

        pool.SignIn();

        pool.RefreshRefusal(unused.Refresh!).ShouldBe("NotAuthorizedException: Refresh Token has been revoked");
        pool.Refresh(used.Refresh!);
    }

    [Fact]
    public void A_new_session_never_revokes_itself()
    {
        using var pool = Tracking(most: 1);
        pool.AddJane();
        var first = pool.SignIn();

        var second = pool.SignIn();

        pool.Refresh(second.Refresh!);
        pool.RefreshRefusal(first.Refresh!).ShouldEndWith("revoked");
    }

    [Fact]
    public void Without_session_tracking_the_number_of_sessions_has_no_limit()
    {
        using var pool = new PoolUnderTest(options => options.Pool.MaxSessionsPerUser = 1);
        pool.AddJane();
        var first = pool.SignIn();
        pool.SignIn();

        pool.Refresh(first.Refresh!);
    }

    [Theory]
    [InlineData("ListUserSessions")]
    [InlineData("RevokeUserSession")]
    [InlineData("AdminListUserSessions")]
    [InlineData("AdminRevokeUserSession")]
    public void Session_tracking_is_off_in_a_new_pool(string operation)
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Refusal(operation, new { AccessToken = pool.SignIn().Access, SessionId = "tkn1", UserPoolId = pool.PoolId, Username = "jane" })
            .ShouldBe("OperationNotEnabledException: User session tracking is not enabled for this user pool.");
    }

    [Fact]
    public void Administrators_list_and_end_any_session()
    {
        var tokens = _pool.SignIn();
        var session = _pool.Send("AdminListUserSessions", new { UserPoolId = _pool.PoolId, Username = "jane" }).GetProperty("Sessions")[0];
        session.GetProperty("IsCurrentSession").GetBoolean().ShouldBeFalse();
        object request = new { UserPoolId = _pool.PoolId, Username = "jane", SessionId = Id(session) };

        _pool.Send("AdminRevokeUserSession", request);

        _pool.RefreshRefusal(tokens.Refresh!).ShouldEndWith("revoked");
        _pool.Refusal("AdminRevokeUserSession", request).ShouldBe(NotFound);
        _pool.Refusal("AdminListUserSessions", new { UserPoolId = _pool.PoolId, Username = "nobody" }).ShouldStartWith("UserNotFoundException");
    }

    [Fact]
    public void Sessions_are_listed_page_by_page()
    {
        using var pool = Tracking(most: 100);
        pool.AddJane();
        for (var count = 0; count < 61; count++) pool.SignIn();

        var first = pool.Send("AdminListUserSessions", new { UserPoolId = pool.PoolId, Username = "jane" });
        var second = pool.Send("AdminListUserSessions", new { UserPoolId = pool.PoolId, Username = "jane", NextToken = first.GetProperty("NextToken").GetString() });

        first.GetProperty("Sessions").GetArrayLength().ShouldBe(60);
        second.GetProperty("Sessions").GetArrayLength().ShouldBe(1);
        second.TryGetProperty("NextToken", out _).ShouldBeFalse();
        _pool.Refusal("ListUserSessions", new { AccessToken = _pool.SignIn().Access, NextToken = "x" }).ShouldStartWith("InvalidParameterException");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void The_maximum_of_sessions_must_be_1_to_100(int most) =>
        Should.Throw<OptionsValidationException>(() => Tracking(most)).Message.ShouldBe("LocalCognito: Pool:MaxSessionsPerUser must be 1 to 100.");

    public void Dispose() => _pool.Dispose();

    private static PoolUnderTest Tracking(int most = 20) => new(options => (options.Pool.UserSessionTracking, options.Pool.MaxSessionsPerUser) = (true, most));

    private static string Id(JsonElement session) => session.GetProperty("SessionId").GetString()!;

    private List<JsonElement> List(IssuedTokens tokens) => [.. _pool.Send("ListUserSessions", new { AccessToken = tokens.Access }).GetProperty("Sessions").EnumerateArray()];
}
