using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Machine;

/// <summary>One API over a pool with two machine clients. The API knows one of them, and logs at the most verbose level.</summary>
public sealed class MachineApi : IAsyncLifetime
{
    internal const string Known = "1knownmachine0000000000001";
    internal const string Unknown = "1unknownmachine00000000002";
    internal const string KnownSecret = "knownMachinesSecretC0ffee";
    internal const string UnknownSecret = "unknownMachinesSecretC0ffee";

    /// <summary>The API.</summary>
    public TestApi Api { get; private set; } = null!;

    /// <inheritdoc/>
    public Task InitializeAsync()
    {
        Api = TestApi.Start(
            options =>
            {
                options.Pool.ResourceServers = [new ResourceServerOptions { Identifier = "orders", Scopes = ["read", "write"] }];
                options.MachineClient = Machine(Known, KnownSecret);
            },
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Cognito:MachineClientIds:0"] = Known,
                ["Serilog:MinimumLevel:Default"] = "Verbose",
                ["Serilog:MinimumLevel:Override:Microsoft"] = "Verbose",
                ["Serilog:MinimumLevel:Override:System"] = "Verbose",
            });
        Api.Cognito.Pool.AddClient(Machine(Unknown, UnknownSecret));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Api.DisposeAsync().AsTask();

    private static AppClientOptions Machine(string id, string secret) =>
        new() { ClientId = id, ClientSecrets = [secret], ExplicitAuthFlows = ["ALLOW_CLIENT_TOKEN_AUTH"], AllowedOAuthScopes = ["orders/read", "orders/write"] };
}

public sealed class GetClientTokenTests(MachineApi machine, HiddenApi hidden) : IClassFixture<MachineApi>, IClassFixture<HiddenApi>
{
    [Fact]
    public async Task A_machine_gets_a_token_that_passes_forward_auth_with_its_scopes()
    {
        var response = await Get(MachineApi.Known, MachineApi.KnownSecret);

        response.Status.ShouldBe(200, response.Text);
        response.Headers["Cache-Control"].ShouldBe("no-store");
        response.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["accessToken", "tokenType", "expiresIn"]);
        response.Member("tokenType").ShouldBe("Bearer");
        response.Json.GetProperty("expiresIn").GetInt32().ShouldBe(3600);
        var token = response.Member("accessToken");
        var verified = await Api.Get("/v1/auth/verify?scope=orders/read", token);
        verified.Status.ShouldBe(200);
        verified.Headers["X-Auth-Client"].ShouldBe(MachineApi.Known);
        verified.Headers["X-Auth-Scopes"].ShouldBe("orders%2Fread,orders%2Fwrite");
        verified.Headers.ShouldNotContainKey("X-Auth-Username");
        (await Api.Get("/v1/auth/verify?group=admins", token)).ShouldBeProblem(403, "forbidden");
        (await Api.Get("/v1/auth/session", token)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_token_has_only_the_scopes_that_were_requested()
    {
        var token = (await Get(MachineApi.Known, MachineApi.KnownSecret, "orders/read")).Member("accessToken");

        (await Api.Get("/v1/auth/verify?scope=orders/read", token)).Status.ShouldBe(200);
        (await Api.Get("/v1/auth/verify?scope=orders/write", token)).ShouldBeProblem(403, "forbidden");
        (await Get(MachineApi.Known, MachineApi.KnownSecret, "orders/delete")).ShouldBeProblem(400, "invalid_parameter");
    }

    [Fact]
    public async Task The_token_of_a_machine_is_refused_where_a_user_is_required()
    {
        var token = (await Get(MachineApi.Known, MachineApi.KnownSecret)).Member("accessToken");

        foreach (var (method, path) in new[] { (HttpMethod.Get, "/v1/me"), (HttpMethod.Delete, "/v1/me"), (HttpMethod.Get, "/v1/me/devices"), (HttpMethod.Get, "/v1/me/sessions"), (HttpMethod.Get, "/v1/me/factors") })
        {
            (await Api.Send(method, path, null, token)).ShouldBeProblem(403, "forbidden");
        }
        (await Api.Post("/v1/auth/sign-out", new { }, token)).ShouldBeProblem(403, "forbidden");
        Api.Cognito.Requests.All.ShouldNotContain(request => request.Operation == "GetUser", "nothing reached Cognito");
    }

    [Fact]
    public async Task The_response_is_the_same_for_a_wrong_secret_and_for_a_client_that_is_not_a_known_machine()
    {
        var wrong = await Get(MachineApi.Known, "wrong");
        wrong.ShouldBeProblem(401, "invalid_credentials").Member("detail").ShouldBe("The client id or the client secret is wrong.");

        (string Id, string Secret)[] others =
        [
            (MachineApi.Unknown, MachineApi.UnknownSecret), (MachineApi.Unknown, "wrong"), (MachineApi.Unknown, MachineApi.KnownSecret), ("1nosuchclient", "wrong"),
            (Api.Cognito.ClientId, Api.Cognito.ClientSecret!), (Api.Cognito.PublicClientId, "any"),
        ];
        foreach (var (id, secret) in others)
        {
            var before = Api.Cognito.Requests.Of("GetClientToken").Count;
            (await Get(id, secret)).Fingerprint().ShouldBe(wrong.Fingerprint(), id);
            (Api.Cognito.Requests.Of("GetClientToken").Count - before).ShouldBe(1, "as many calls as for a wrong secret");
        }
    }

    [Theory]
    [InlineData(MachineApi.Known)]
    [InlineData(MachineApi.Unknown)]
    public async Task An_outage_returns_the_same_error_for_every_client(string id)
    {
        Api.Cognito.Faults.Respond("GetClientToken", 503, "<html>Service Unavailable</html>", "text/html", times: 3);

        (await Get(id, "wrong")).ShouldBeProblem(503, "upstream_unavailable");
    }

    [Fact]
    public async Task The_token_of_an_unknown_machine_is_refused()
    {
        var issued = System.Text.Json.JsonElement.Parse(Api.Cognito.Pool.Execute(
            "GetClientToken", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { ClientId = MachineApi.Unknown, Secret = MachineApi.UnknownSecret })));

        (await Api.Get("/v1/auth/verify", issued.GetProperty("ClientAuthenticationResult").GetProperty("AccessToken").GetString())).ShouldBeProblem(401, "invalid_token");
    }

    [Fact]
    public async Task Every_client_is_refused_where_no_machines_are_configured()
    {
        (await hidden.Api.Post("/v1/auth/client-token", new { clientId = MachineApi.Known, clientSecret = "any" })).ShouldBeProblem(401, "invalid_credentials");
        hidden.Api.Cognito.Requests.Of("GetClientToken").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{}""", "validation_failed")]
    [InlineData("""{"clientId":"machine","clientSecret":""}""", "validation_failed")]
    [InlineData("""{"clientId":"machine","clientSecret":"s","scopes":["a b"]}""", "validation_failed")]
    [InlineData("""{"clientId":"machine","clientSecret":"s","scopes":"orders/read"}""", "malformed_request")]
    [InlineData("""{"clientId":"machine","clientSecret":1}""", "malformed_request")]
    public async Task A_refused_request_names_the_invalid_member(string body, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/auth/client-token") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };

        (await Api.Send(request)).ShouldBeProblem(400, code);
    }

    [Fact]
    public async Task The_log_has_no_secret_and_no_token_of_a_machine()
    {
        var token = (await Get(MachineApi.Known, MachineApi.KnownSecret)).Member("accessToken")!;
        await Get(MachineApi.Unknown, MachineApi.UnknownSecret);
        await Get(MachineApi.Known, "aWrongSecretC0ffee");

        Api.Log.Lines.ShouldContain(line => line.Contains("GetClientTokenCommand", StringComparison.Ordinal));
        foreach (var secret in (string[])[token, token.Split('.')[1], token.Split('.')[2], MachineApi.KnownSecret, MachineApi.UnknownSecret, "aWrongSecretC0ffee"])
        {
            Api.Log.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal));
        }
        Api.Cognito.Requests.Of("GetClientToken").ShouldAllBe(request => request.Body.Contains("\"Secret\":\"***\"", StringComparison.Ordinal));
    }

    private TestApi Api => machine.Api;

    private Task<ApiResponse> Get(string clientId, string clientSecret, params string[] scopes) => Api.Post("/v1/auth/client-token", new { clientId, clientSecret, scopes = scopes.Length == 0 ? null : scopes });
}
