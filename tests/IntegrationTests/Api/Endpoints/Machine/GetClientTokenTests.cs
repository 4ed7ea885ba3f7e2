using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Machine;

/// <summary>One API over a pool with two clients of machines, of which it knows one, at the most talkative log level.</summary>
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
    public async Task Gives_a_machine_a_token_that_passes_forward_auth_with_its_scopes()
    {
        var answer = await Get(MachineApi.Known, MachineApi.KnownSecret);

        answer.Status.ShouldBe(200, answer.Text);
        answer.Headers["Cache-Control"].ShouldBe("no-store");
        answer.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["accessToken", "tokenType", "expiresIn"]);
        answer.Member("tokenType").ShouldBe("Bearer");
        answer.Json.GetProperty("expiresIn").GetInt32().ShouldBe(3600);
        var token = answer.Member("accessToken");
        var verified = await Api.Get("/v1/auth/verify?scope=orders/read", token);
        verified.Status.ShouldBe(200);
        verified.Headers["X-Auth-Client"].ShouldBe(MachineApi.Known);
        verified.Headers["X-Auth-Scopes"].ShouldBe("orders%2Fread,orders%2Fwrite");
        verified.Headers.ShouldNotContainKey("X-Auth-Username");
        (await Api.Get("/v1/auth/verify?group=admins", token)).ShouldBeProblem(403, "forbidden");
        (await Api.Get("/v1/auth/session", token)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Gives_no_more_scopes_than_are_asked_for()
    {
        var token = (await Get(MachineApi.Known, MachineApi.KnownSecret, "orders/read")).Member("accessToken");

        (await Api.Get("/v1/auth/verify?scope=orders/read", token)).Status.ShouldBe(200);
        (await Api.Get("/v1/auth/verify?scope=orders/write", token)).ShouldBeProblem(403, "forbidden");
        (await Get(MachineApi.Known, MachineApi.KnownSecret, "orders/delete")).ShouldBeProblem(400, "invalid_parameter");
    }

    [Fact]
    public async Task Gives_a_token_that_is_refused_where_a_user_is_needed()
    {
        var token = (await Get(MachineApi.Known, MachineApi.KnownSecret)).Member("accessToken");

        foreach (var (method, path) in new[] { (HttpMethod.Get, "/v1/me"), (HttpMethod.Delete, "/v1/me"), (HttpMethod.Get, "/v1/me/devices"), (HttpMethod.Get, "/v1/me/sessions"), (HttpMethod.Get, "/v1/me/factors") })
            (await Api.Send(method, path, null, token)).ShouldBeProblem(403, "forbidden");
        (await Api.Post("/v1/auth/sign-out", new { }, token)).ShouldBeProblem(403, "forbidden");
        Api.Cognito.Requests.All.ShouldNotContain(request => request.Operation == "GetUser", "nothing reached Cognito");
    }

    [Fact]
    public async Task Answers_alike_for_a_wrong_secret_and_for_clients_that_are_not_machines_of_its()
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
    public async Task Fails_alike_when_Cognito_is_away(string id)
    {
        Api.Cognito.Faults.Answer("GetClientToken", 503, "<html>Service Unavailable</html>", "text/html", times: 3);

        (await Get(id, "wrong")).ShouldBeProblem(503, "upstream_unavailable");
    }

    [Fact]
    public async Task Accepts_the_token_of_no_machine_that_it_does_not_know()
    {
        var issued = System.Text.Json.JsonElement.Parse(Api.Cognito.Pool.Execute(
            "GetClientToken", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { ClientId = MachineApi.Unknown, Secret = MachineApi.UnknownSecret })));

        (await Api.Get("/v1/auth/verify", issued.GetProperty("ClientAuthenticationResult").GetProperty("AccessToken").GetString())).ShouldBeProblem(401, "invalid_token");
    }

    [Fact]
    public async Task Refuses_everybody_where_no_machines_are_set_up()
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
    public async Task Says_what_is_wrong_with_the_request(string body, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/auth/client-token") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };

        (await Api.Send(request)).ShouldBeProblem(400, code);
    }

    [Fact]
    public async Task Leaves_no_secret_and_no_token_in_the_log()
    {
        var token = (await Get(MachineApi.Known, MachineApi.KnownSecret)).Member("accessToken")!;
        await Get(MachineApi.Unknown, MachineApi.UnknownSecret);
        await Get(MachineApi.Known, "aWrongSecretC0ffee");

        Api.Log.Lines.ShouldContain(line => line.Contains("GetClientTokenCommand", StringComparison.Ordinal));
        foreach (var secret in (string[])[token, token.Split('.')[1], token.Split('.')[2], MachineApi.KnownSecret, MachineApi.UnknownSecret, "aWrongSecretC0ffee"])
            Api.Log.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal));
        Api.Cognito.Requests.Of("GetClientToken").ShouldAllBe(request => request.Body.Contains("\"Secret\":\"***\"", StringComparison.Ordinal));
    }

    private TestApi Api => machine.Api;

    private Task<Answer> Get(string clientId, string clientSecret, params string[] scopes) => Api.Post("/v1/auth/client-token", new { clientId, clientSecret, scopes = scopes.Length == 0 ? null : scopes });
}
