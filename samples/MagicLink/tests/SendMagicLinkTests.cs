using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace MagicLink.Tests;

public sealed class SendMagicLinkTests : IAsyncLifetime
{
    private readonly MagicLinkApi _api = new();

    [Fact]
    public async Task The_mail_has_a_link_to_the_page_that_opens_it()
    {
        _api.AddUser("jane@example.com");
        await _api.TokenSentTo("jane@example.com");

        var mail = _api.Cognito.Inbox.Of("jane@example.com").ShouldHaveSingleItem();
        mail.Kind.ShouldBe("magic_link");
        mail.Code.ShouldMatch(@"^http://localhost:3000/sign-in#[\w-]{22}\.[\w-]{43}$");
    }

    [Fact]
    public async Task The_response_is_the_same_for_every_account_state_and_for_no_account()
    {
        _api.AddUser("jane@example.com");
        _api.Cognito.Pool.AddUser("unconfirmed@example.com", password: null, UserStatus.Unconfirmed);
        _api.Cognito.Pool.AddUser("disabled@example.com", password: null, enabled: false);
        var responses = new List<ApiResponse>();
        foreach (var username in (string[])["jane@example.com", "nobody@example.com", "unconfirmed@example.com", "disabled@example.com"])
        {
            responses.Add(await _api.Post("/v1/auth/magic-link", new { username }));
        }

        responses[0].Status.ShouldBe(202);
        responses[0].Text.ShouldBeEmpty();
        responses.ShouldAllBe(response => response == responses[0]);
        _api.Cognito.Inbox.Of("nobody@example.com").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unverified_address_gets_no_mail()
    {
        _api.Cognito.Pool.AddUser("mallory", password: null, attributes: new Dictionary<string, string> { ["email"] = "jane@example.com" });
        _api.Cognito.Pool.Execute("AdminUpdateUserAttributes", """{ "UserPoolId": "us-east-1_LocalPool", "Username": "mallory", "UserAttributes": [{ "Name": "email_verified", "Value": "false" }] }"""u8);

        (await _api.Post("/v1/auth/magic-link", new { username = "mallory" })).Status.ShouldBe(202);
        _api.Cognito.Inbox.Of("jane@example.com").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_outage_is_reported_because_it_is_the_same_for_every_name()
    {
        _api.Cognito.Faults.Fail("InitiateAuth", new CognitoException("TooManyRequestsException", "Too many requests"), times: 3);

        var response = await _api.Post("/v1/auth/magic-link", new { username = "jane@example.com" });
        response.Status.ShouldBe(503);
        response.Code.ShouldBe("upstream_throttled");
    }

    [Fact]
    public async Task A_pool_without_triggers_is_reported()
    {
        _api.Cognito.Pool.Triggers.DefineAuthChallenge = null;

        (await _api.Post("/v1/auth/magic-link", new { username = "jane@example.com" })).Code.ShouldBe("not_enabled");
    }

    [Fact]
    public async Task A_pool_with_other_triggers_is_reported()
    {
        _api.Cognito.Pool.Triggers.CreateAuthChallenge = _ => new();

        (await _api.Post("/v1/auth/magic-link", new { username = "jane@example.com" })).Code.ShouldBe("misconfigured");
    }

    [Theory]
    [InlineData("jane@example.com")]
    [InlineData("nobody@example.com")]
    public async Task An_account_gets_ten_links_an_hour_and_then_the_same_refusal_as_an_unknown_name(string username)
    {
        _api.AddUser("jane@example.com");
        for (var sent = 0; sent < 10; sent++) (await _api.Post("/v1/auth/magic-link", new { username })).Status.ShouldBe(202);

        var response = await _api.Post("/v1/auth/magic-link", new { username });
        response.Status.ShouldBe(429);
        response.Code.ShouldBe("rate_limited");
        _api.Cognito.Inbox.Of("jane@example.com").Count.ShouldBe(username == "jane@example.com" ? 10 : 0);
    }

    [Fact]
    public async Task A_request_without_a_possible_username_is_refused()
    {
        var response = await _api.Post("/v1/auth/magic-link", new { });

        response.Status.ShouldBe(400);
        response.Code.ShouldBe("validation_failed");
        response.Json.GetProperty("errors").GetProperty("username")[0].GetString().ShouldBe("A username is required.");
    }

    public Task InitializeAsync() => _api.WarmUp();

    public Task DisposeAsync() => _api.DisposeAsync().AsTask();
}
