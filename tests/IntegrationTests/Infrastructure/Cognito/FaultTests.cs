using System.Net;
using System.Net.Sockets;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Testing;

namespace CognitoAuth.IntegrationTests.Infrastructure.Cognito;

/// <summary>
/// Faults that single flows treat differently; <see cref="FaultMatrixTests"/> has those of each retry class. The flow returns the right error, and sends no more requests than expected. Each fault
/// has its own API, so that no circuit breaker opens.
/// </summary>
public sealed class FaultTests
{
    // A call and its two retries.
    private const int Always = 3;

    [Fact]
    public Task Throttling_by_an_unmodelled_name_counts_as_throttling() => ForEveryFlow(
        (faults, operation) => faults.Respond(operation, 400, """{"__type":"ThrottlingException","message":"Rate exceeded"}"""),
        _ => new(Success: true, Requests: 2));

    // A second request may have another effect at Cognito.
    [Fact]
    public Task A_connection_reset_after_processing_is_ambiguous() => ForEveryFlow((faults, operation) => faults.DropResponse(operation), AfterOneAmbiguousFailure);

    [Theory]
    [InlineData("[]", "application/x-amz-json-1.1")]
    [InlineData("null", "application/x-amz-json-1.1")]
    [InlineData("<html>Sign in to this network</html>", "text/html")]
    public Task A_response_that_is_not_from_Cognito_is_ambiguous(string body, string contentType) =>
        ForEveryFlow((faults, operation) => faults.Respond(operation, 200, body, contentType), repeat => repeat is RepeatClass.Login ? new(502, "upstream_invalid", Requests: 1) : AfterOneAmbiguousFailure(repeat));

    [Fact]
    public async Task A_lasting_response_that_is_not_from_Cognito_is_reported()
    {
        await using var api = TestApi.Start();
        foreach (var flow in UpstreamFlow.All)
        {
            await Check(api, flow, (faults, name) => faults.Respond(name, 200, "not json", times: Always), flow.Operation switch
            {
                // A sign-out that Cognito did not confirm has not succeeded, whatever the response was.
                "RevokeToken" or "GlobalSignOut" => new(503, "upstream_unavailable", Requests: 3),
                _ when flow.Class is RepeatClass.Harmless => new(502, "upstream_invalid", Requests: 3),
                "InitiateAuth" => new(502, "upstream_invalid", Requests: 1),
                _ => AfterOneAmbiguousFailure(flow.Class),
            });
        }
    }

    [Fact]
    public async Task An_unknown_error_of_Cognito_is_a_refusal_and_not_retried()
    {
        await using var api = TestApi.Start();
        foreach (var flow in UpstreamFlow.All)
        {
            await Check(api, flow, (faults, name) => faults.Respond(name, 400, """{"__type":"BrandNewException","message":"Not known here"}"""), flow.Operation switch
            {
                "GetUser" or "GlobalSignOut" or "AssociateSoftwareToken" or "DeleteUser" or "UpdateUserAttributes" => new(401, "invalid_token", Requests: 1),
                "InitiateAuth" or "ChangePassword" => new(401, "invalid_credentials", Requests: 1),
                "GetTokensFromRefreshToken" => new(401, "invalid_refresh_token", Requests: 1),
                "SignUp" => new(400, "invalid_parameter", Requests: 1),
                "ConfirmSignUp" or "ConfirmForgotPassword" => new(400, "code_mismatch", Requests: 1),
                // An error that depends on the account is not revealed, and a sign-out that Cognito did not confirm has not succeeded.
                "ForgotPassword" or "ResendConfirmationCode" => new(Success: true, Requests: 1),
                _ => new(503, "upstream_unavailable", Requests: 1),
            });
        }
    }

    [Fact]
    public async Task An_empty_response_is_valid_only_where_no_content_is_expected()
    {
        await using var api = TestApi.Start();
        foreach (var flow in UpstreamFlow.All)
        {
            await Check(api, flow, (faults, name) => faults.Respond(name, 200, ""), flow.Operation switch
            {
                "RevokeToken" or "GlobalSignOut" or "ConfirmForgotPassword" or "DeleteUser" or "ChangePassword" => new(Success: true, Requests: 1),
                "InitiateAuth" => new(502, "upstream_invalid", Requests: 1),
                _ => AfterOneAmbiguousFailure(flow.Class),
            });
        }
    }

    [Fact]
    public async Task Every_flow_reports_that_Cognito_cannot_be_reached()
    {
        await using var reached = TestApi.Start();
        var calls = new List<(UpstreamFlow Flow, Func<TestApi, Task<ApiResponse>> Call)>();
        foreach (var flow in UpstreamFlow.All) calls.Add((flow, await flow.Prepare(reached)));

        // The socket is bound and not listening: it refuses connections, and no other process can take the port.
        using var port = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        port.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var api = TestApi.Start(settings: new Dictionary<string, string?>(reached.Cognito.Settings) { ["Cognito:ServiceUrl"] = $"http://{port.LocalEndPoint}" });
        await Wait.Until(async () => (await api.Get("/health/ready")).Status == 200);

        foreach (var (flow, call) in calls)
        {
            // Cognito did not process a refused connection, so the outcome is known in every class.
            var response = await call(api);
            response.Status.ShouldBe(503, $"{flow}: {response.Text}");
            response.ShouldBeProblem(503, "upstream_unavailable");
            response.Headers["Retry-After"].ShouldBe("5", flow.Operation);
        }
    }

    private static Expected AfterOneAmbiguousFailure(RepeatClass repeat) => repeat switch
    {
        RepeatClass.Harmless => new(Success: true, Requests: 2),
        RepeatClass.Login => new(503, "upstream_unavailable", Requests: 1),
        _ => new(503, "outcome_unknown", Requests: 1),
    };

    private static async Task ForEveryFlow(Action<Faults, string> plan, Func<RepeatClass, Expected> expected)
    {
        await using var api = TestApi.Start();
        foreach (var flow in UpstreamFlow.All) await Check(api, flow, plan, expected(flow.Class));
    }

    private static async Task Check(TestApi api, UpstreamFlow flow, Action<Faults, string> plan, Expected expected)
    {
        var call = await flow.Prepare(api);
        api.Cognito.Requests.Clear();
        plan(api.Cognito.Faults, flow.Operation);
        Check(api, flow, await call(api), expected);
        api.Cognito.Faults.Clear();
    }

    private static void Check(TestApi api, UpstreamFlow flow, ApiResponse response, Expected expected)
    {
        response.Status.ShouldBe(expected.Success ? flow.Success : expected.Status, $"{flow}: {response.Text}");
        api.Cognito.Requests.Of(flow.Operation).Count.ShouldBe(expected.Requests, flow.Operation);
        if (expected.Code is null) return;

        response.ShouldBeProblem(expected.Status, expected.Code);
        if (expected.Status == 503) int.Parse(response.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60, flow.Operation);
    }

    /// <summary>The response of a flow, and how often its operation reaches Cognito.</summary>
    private sealed record Expected(int Status, string? Code, int Requests)
    {
        public Expected(bool Success, int Requests)
            : this(0, null, Requests) => this.Success = Success;

        public bool Success { get; }
    }
}
