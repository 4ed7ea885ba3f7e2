using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Testing;
using CognitoAuth.LocalCognito.Triggers;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.LocalCognito.Wire;
using Microsoft.AspNetCore.Mvc.Testing;
using WireMock.ResponseBuilders;

namespace MagicLink.Tests;

/// <summary>Runs the code of <c>docs/testing-against-cognito.md</c>. The page has its code from here.</summary>
public sealed class TestingAgainstCognitoTests : IAsyncLifetime
{
    private readonly MagicLinkApi _api = new();

    [Fact]
    public async Task The_pool_starts_in_three_lines()
    {
        await using var cognito = LocalCognitoServer.Start();
        await using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(host => { foreach (var (key, value) in cognito.Settings) host.UseSetting(key, value); });
        using var client = host.CreateClient();

        (await client.GetAsync("/health/live")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task The_pool_and_its_clients_have_the_settings_of_AWS()
    {
        var options = new LocalCognitoOptions
        {
            Pool = { UsernameAttributes = ["email"], PasswordPolicy = { MinimumLength = 12 }, MfaConfiguration = MfaConfiguration.On },
            Client = { RefreshTokenRotation = true, AccessTokenValidity = TimeSpan.FromMinutes(15) },
        };
        await using var cognito = LocalCognitoServer.Start(options);
        cognito.Pool.AddClient(new AppClientOptions { ClientId = "mobile", GenerateSecret = false });

        cognito.Settings["Cognito:ClientId"].ShouldBe(options.Client.ClientId);
    }

    [Fact]
    public async Task The_pool_has_users_in_every_state()
    {
        var cognito = _api.Cognito;
        cognito.Pool.AddUser("jane", "Correct-Horse-7", attributes: new Dictionary<string, string> { ["email"] = "jane@example.com" }, groups: ["editors"]);
        cognito.Pool.AddUser("invited", "Temporary-7", UserStatus.ForceChangePassword);
        cognito.Pool.AddUser("unconfirmed", "Correct-Horse-7", UserStatus.Unconfirmed);
        cognito.Pool.AddUser("disabled", "Correct-Horse-7", enabled: false);
        cognito.Pool.AddUser("careful", "Correct-Horse-7");
        var secret = cognito.Pool.AddSoftwareToken("careful");

        (await SignIn("jane")).Json.GetProperty("status").GetString().ShouldBe("signed_in");
        (await SignIn("unconfirmed")).Code.ShouldBe("invalid_credentials");
        (await SignIn("disabled")).Code.ShouldBe("invalid_credentials");
        (await SignIn("invited", "Temporary-7")).Json.GetProperty("challenge").GetProperty("name").GetString().ShouldBe("NEW_PASSWORD_REQUIRED");
        var challenge = (await SignIn("careful")).Json.GetProperty("challenge");
        var answered = await _api.Post("/v1/auth/sign-in/challenge", new
        {
            name = "SOFTWARE_TOKEN_MFA",
            session = challenge.GetProperty("session").GetString(),
            username = "careful",
            code = Totp.Code(secret, cognito.Clock.GetUtcNow()),
        });
        answered.Json.GetProperty("status").GetString().ShouldBe("signed_in");
    }

    [Fact]
    public async Task The_inbox_has_the_codes()
    {
        var cognito = _api.Cognito;
        await _api.Post("/v1/auth/sign-up", new { username = "jane", password = "Correct-Horse-7", attributes = new { email = "jane@example.com" } });
        var code = cognito.Inbox.LatestCode("jane@example.com");
        var confirmed = await _api.Post("/v1/auth/sign-up/confirm", new { username = "jane", code });

        confirmed.Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_clock_can_be_set_forward()
    {
        var cognito = _api.Cognito;
        var accessToken = await AccessToken();
        cognito.Clock.Advance(TimeSpan.FromHours(1));

        (await _api.Get("/v1/auth/session", accessToken)).Code.ShouldBe("invalid_token");
    }

    [Fact]
    public async Task The_pool_runs_triggers()
    {
        var cognito = _api.Cognito;
        cognito.Pool.Triggers.PreSignUp = request => request.UserAttributes["email"].EndsWith("@example.com", StringComparison.Ordinal)
            ? new PreSignUpResponse { AutoConfirmUser = true, AutoVerifyEmail = true }
            : throw new TriggerRejectionException("only for members of the house");

        var refused = await _api.Post("/v1/auth/sign-up", new { username = "eve", password = "Correct-Horse-7", attributes = new { email = "eve@elsewhere.net" } });
        refused.Code.ShouldBe("rejected_by_trigger");
        refused.Json.GetProperty("detail").GetString().ShouldBe("only for members of the house.");
        await _api.Post("/v1/auth/sign-up", new { username = "jane", password = "Correct-Horse-7", attributes = new { email = "jane@example.com" } });
        (await SignIn("jane")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_pool_makes_planned_faults()
    {
        var cognito = _api.Cognito;
        cognito.Faults.Fail("GetUser", new CognitoException("InternalErrorException", "Something went wrong."));
        cognito.Faults.DropResponse("SignUp");

        (await _api.Get("/v1/me", await AccessToken())).Status.ShouldBe(200);
        var lost = await _api.Post("/v1/auth/sign-up", new { username = "eve", password = "Correct-Horse-7", attributes = new { email = "eve@example.com" } });
        lost.Code.ShouldBe("outcome_unknown");
    }

    [Fact]
    public async Task A_stub_replaces_the_response_of_the_pool()
    {
        var cognito = _api.Cognito;
        var accessToken = await AccessToken();
        var stub = Guid.NewGuid();
        cognito.Stubs.Given(Stubs.Operation("GetUser").WithBody(body => body!.Contains(accessToken, StringComparison.Ordinal))).WithGuid(stub)
            .RespondWith(Response.Create().WithHeader("Content-Type", "application/x-amz-json-1.1").WithBody("""{"Username":"jane","UserAttributes":[{"Name":"sub","Value":"1"},{"Name":"email","Value":"stub@example.com"}]}"""));

        (await _api.Get("/v1/me", accessToken)).Text.ShouldContain("stub@example.com");
        cognito.Stubs.Remove(stub);
        (await _api.Get("/v1/me", accessToken)).Text.ShouldNotContain("stub@example.com");
    }

    [Fact]
    public async Task The_pool_counts_requests()
    {
        var cognito = _api.Cognito;
        var accessToken = await AccessToken();
        cognito.Faults.Fail("GetUser", new CognitoException("InternalErrorException", "Something went wrong."));
        await _api.Get("/v1/me", accessToken);
        await _api.Get("/v1/auth/session", accessToken);

        cognito.Requests.Of("GetUser").Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_pool_rotates_its_keys()
    {
        var cognito = _api.Cognito;
        var before = await AccessToken();
        cognito.Jwks.Rotate();
        var after = await AccessToken("john");

        (await _api.Get("/v1/auth/session", before)).Status.ShouldBe(200);
        (await _api.Get("/v1/auth/session", after)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_key_document_can_fail()
    {
        var cognito = _api.Cognito;
        (await _api.Get("/v1/auth/session", await AccessToken())).Status.ShouldBe(200);
        cognito.Jwks.Mode = JwksMode.ServerError;
        cognito.Jwks.Rotate();

        (await _api.Get("/v1/auth/session", await AccessToken("john"))).Code.ShouldBe("keys_unavailable");
    }

    public Task InitializeAsync() => _api.WarmUp();

    public Task DisposeAsync() => _api.DisposeAsync().AsTask();

    private Task<ApiResponse> SignIn(string username, string password = "Correct-Horse-7") => _api.Post("/v1/auth/sign-in", new { username, password });

    private async Task<string> AccessToken(string username = "jane")
    {
        _api.Cognito.Pool.AddUser(username, "Correct-Horse-7");
        return (await SignIn(username)).Json.GetProperty("tokens").GetProperty("accessToken").GetString()!;
    }
}
