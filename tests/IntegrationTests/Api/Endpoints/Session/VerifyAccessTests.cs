using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Session;

public sealed class VerifyAccessTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task Verification_returns_an_empty_200_with_the_caller_in_headers()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add(groups: ["admins", "a,b ü"]);
        var response = await api.Get("/v1/auth/verify", (await api.SignIn(name)).Access);
        response.Status.ShouldBe(200);
        response.Text.ShouldBeEmpty();
        Guid.TryParse(response.Headers["X-Auth-Subject"], out _).ShouldBeTrue();
        response.Headers["X-Auth-Username"].ShouldBe(Uri.EscapeDataString(name));
        response.Headers["X-Auth-Client"].ShouldBe(api.Cognito.ClientId);
        response.Headers["X-Auth-Groups"].Split(',').ShouldBe(["admins", "a%2Cb%20%C3%BC"], ignoreOrder: true);
        response.Headers["X-Auth-Scopes"].ShouldBe("aws.cognito.signin.user.admin");
    }

    [Theory]
    [InlineData("/v1/auth/verify/../../../health/live")]
    [InlineData("/v1/auth/verify/%2e%2e/%2e%2e/%2e%2e/health/live")]
    [InlineData("/v1/auth/verify/admin/../../../../openapi/v1.json")]
    [InlineData("/V1/auth/verify/./..//../../health/live?x=1")]
    [InlineData("/v1/auth/verify/")]
    public async Task No_path_below_the_verify_address_leads_to_another_address(string target)
    {
        // Envoy appends the end user's own path, unresolved. HttpClient would resolve it.
        using var connection = new TcpClient(hidden.Api.Client.BaseAddress!.Host, hidden.Api.Client.BaseAddress.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        (await reader.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 401 ");
    }

    [Fact]
    public async Task The_query_is_not_read_below_the_verify_address()
    {
        var token = (await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add())).Access;
        (await hidden.Api.Get("/v1/auth/verify/?group=nobody", token)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Headers_that_would_be_empty_are_absent()
    {
        var response = await hidden.Api.Get("/v1/auth/verify", (await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add())).Access);
        response.Headers.ShouldNotContainKey("X-Auth-Groups");
    }

    [Theory]
    [InlineData("?group=admins", 200)]
    [InlineData("?group=nobody&group=admins", 200)]
    [InlineData("?group=nobody", 403)]
    [InlineData("?scope=aws.cognito.signin.user.admin", 200)]
    [InlineData("?scope=aws.cognito.signin.user.admin&scope=orders.read", 403)]
    [InlineData("?group=Admins", 403)]
    [InlineData("/any/path?group=nobody", 200)]
    public async Task Verification_requires_any_of_the_groups_and_all_of_the_scopes_and_reads_no_query_below_its_address(string query, int status)
    {
        var token = (await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add(groups: ["admins"]))).Access;
        var response = await hidden.Api.Get("/v1/auth/verify" + query, token);
        response.Status.ShouldBe(status);
        if (status == 403) response.ShouldBeProblem(403, "forbidden");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("HEAD")]
    [InlineData("PROPFIND")]
    public async Task Verification_accepts_every_method(string method)
    {
        var token = (await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add())).Access;
        (await hidden.Api.Send(new HttpMethod(method), "/v1/auth/verify", null, token)).Status.ShouldBe(200);
        (await hidden.Api.Send(new HttpMethod(method), "/v1/auth/verify/orders/7", null, token)).Status.ShouldBe(200);
        (await hidden.Api.Send(new HttpMethod(method), "/v1/auth/verify", null, null)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Verification_returns_the_same_401_for_every_fault_of_a_token()
    {
        var api = hidden.Api;
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        var body = Constant(await api.Get("/v1/auth/verify", "forged"));
        foreach (var token in new[] { tokens.Id, tokens.Refresh!, tokens.Access + "=", tokens.Access[..^3] + "AAA", "a.b.c", "" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/auth/verify");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            var response = await api.Send(request);
            response.ShouldBeProblem(401, "invalid_token").Headers["WWW-Authenticate"].ShouldBe("Bearer error=\"invalid_token\"");
            Constant(response).ShouldBe(body);
        }

        var missing = await api.Get("/v1/auth/verify");
        missing.ShouldBeProblem(401, "invalid_token").Headers["WWW-Authenticate"].ShouldBe("Bearer");
        Constant(missing).ShouldBe(body);
    }

    [Theory]
    [InlineData("bearer ")]
    [InlineData("BEARER   ")]
    public async Task The_case_of_the_authentication_scheme_does_not_matter(string scheme)
    {
        var token = (await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add())).Access;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/auth/verify");
        request.Headers.TryAddWithoutValidation("Authorization", scheme + token);
        (await hidden.Api.Send(request)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_token_is_read_only_from_a_single_Authorization_header()
    {
        var token = (await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add())).Access;
        (await hidden.Api.Get($"/v1/auth/verify?access_token={token}")).Status.ShouldBe(401);

        using var cookie = new HttpRequestMessage(HttpMethod.Get, "/v1/auth/verify") { Headers = { { "Cookie", $"access_token={token}" } } };
        (await hidden.Api.Send(cookie)).Status.ShouldBe(401);

        using var basic = new HttpRequestMessage(HttpMethod.Get, "/v1/auth/verify") { Headers = { Authorization = new AuthenticationHeaderValue("Basic", token) } };
        (await hidden.Api.Send(basic)).Status.ShouldBe(401);

        using var twice = new HttpRequestMessage(HttpMethod.Get, "/v1/auth/verify");
        twice.Headers.TryAddWithoutValidation("Authorization", [$"Bearer {token}", $"Bearer {token}"]);
        (await hidden.Api.Send(twice)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task The_token_of_another_client_is_accepted_only_where_the_client_is_configured()
    {
        await using var accepting = TestApi.Start(settings: new Dictionary<string, string?> { ["Cognito:AcceptedClientIds:0"] = "1localpublicclient00000002" });
        foreach (var (api, status) in new[] { (hidden.Api, 401), (accepting, 200) })
        {
            var name = api.Cognito.Pool.Add();
            var response = JsonNode.Parse(api.Cognito.Pool.Execute("InitiateAuth", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new
            {
                AuthFlow = "USER_PASSWORD_AUTH",
                ClientId = api.Cognito.PublicClientId,
                AuthParameters = new { USERNAME = name, PASSWORD = Users.Password },
            })))!;
            (await api.Get("/v1/auth/verify", (string)response["AuthenticationResult"]!["AccessToken"]!)).Status.ShouldBe(status);
        }
    }

    [Fact]
    public async Task Verification_makes_no_call_to_Cognito()
    {
        var api = hidden.Api;
        var token = (await api.SignIn(api.Cognito.Pool.Add())).Access;
        var before = api.Cognito.Requests.All.Count;
        (await api.Get("/v1/auth/verify", token)).Status.ShouldBe(200);
        (await api.Get("/v1/auth/session", token)).Status.ShouldBe(200);
        api.Cognito.Requests.All.Count.ShouldBe(before);
    }

    private static string Constant(ApiResponse response)
    {
        var body = JsonNode.Parse(response.Text)!.AsObject();
        body.Remove("traceId");
        return body.ToJsonString();
    }
}
