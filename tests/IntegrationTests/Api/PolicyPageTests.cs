using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Pipeline.RateLimits;
using CognitoAuth.Domain;
using CognitoAuth.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.IntegrationTests.Api;

/// <summary><c>docs/policy.md</c> is generated. The test calls the API with the examples of its contract, and reads the policy of each flow that the endpoints send.</summary>
public sealed class PolicyPageTests
{
    /// <summary>The environment variable that, set to 1, makes the test write the committed page instead of comparing with it.</summary>
    private const string Update = "UPDATE_POLICY";

    private const string Some = " (some requests)";

    private const string Head = """
        # Policy

        What the pipeline enforces for each endpoint. This page is generated from the running API; a test fails when it is out of date and names the command that writes it.

        - **caller**: `anyone`; `user`, a user's access token with the scope `aws.cognito.signin.user.admin`; `any token`, also a machine's.
        - **limits**: [rate limits](operations.md#rate-limits) that a request counts against before its handler runs.
        - **recent sign-in**: the sign-in must not be older than `Security:ReauthenticateAfter`; otherwise 403 `reauthentication_required`.
        - **held back**: in `Hidden` mode, which responses do not leave before `Security:AnswerFloor`.
        - **reveals**: in `Hidden` mode, what an error may [reveal of an account](../src/Domain/Disclosure.cs) at most: `Anyone` (nothing), `RequestFault`, `Account`, `AccountState`. An error that reveals more is hidden.
        - **audit events**: of a success and of a failure ([audit events](operations.md#audit-events)).


        """;

    // Requests that the examples of the contract lack, for which a flow has another policy.
    private static readonly (string Operation, string Body)[] FurtherBodies =
    [
        ("PATCH /v1/me/attributes", """{ "attributes": { "email": "jane@example.com" } }"""),
        ("PUT /v1/me/devices/{key}", """{ "remembered": false }"""),
        ("POST /v1/auth/sign-in/challenge", """{ "name": "SELECT_CHALLENGE", "session": "session-of-the-challenge-before", "username": "jane", "choice": "EMAIL_OTP" }"""),
        ("POST /v1/auth/sign-in/challenge", """{ "name": "WEB_AUTHN", "session": "session-of-the-challenge-before", "username": "jane", "credential": {} }"""),
    ];

    // One line per column.
    private static readonly (string Title, Func<object, IEnumerable<string>> Of)[] Columns =
    [
        ("caller", flow => [flow is IProtectedFlow { Requires: var requires } ? requires is TokenRequirement.Nothing ? "any token" : "user" : "anyone"]),
        ("limits", flow => LimitsOf(flow).Select(limit => $"`{limit}`")),
        ("recent sign-in", flow => flow is IProtectedFlow { IsSensitive: true } ? ["yes"] : []),
        ("held back", flow => flow is IPublicFlow { AnswerFloor: not AnswerFloor.None and var floor } ? [floor is AnswerFloor.Always ? "all" : "failures"] : []),
        ("reveals", flow => [$"`{((IFlow)flow).Reveals}`"]),
        ("audit events", flow => flow.GetType().GetCustomAttribute<AuditedAttribute>() is { } audited ? [$"`{audited.Success}`", $"`{audited.Failure}`"] : []),
    ];

    [Fact]
    public async Task The_committed_policy_is_that_of_the_API()
    {
        var path = Path.Combine(Repository.Root, "docs", "policy.md");
        var page = await Generate();
        if (Environment.GetEnvironmentVariable(Update) == "1") await File.WriteAllTextAsync(path, page);

        (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n").ShouldBe(
            page,
            $"docs/policy.md is not the policy of the API. If the policy was meant to change, write the page again and look at the difference:\n  {Update}=1 dotnet test tests/IntegrationTests --filter {nameof(The_committed_policy_is_that_of_the_API)}");
    }

    private static async Task<string> Generate()
    {
        var sent = new SentFlows();
        await using var api = TestApi.Start(services: services => services.AddSingleton<IFlows>(sent));
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        page.Append("| endpoint | ").AppendJoin(" | ", Columns.Select(column => column.Title)).Append(" |\n|---|").Append(string.Concat(Columns.Select(_ => "---|"))).Append('\n');
        foreach (var operation in Contract.Committed.Operations)
        {
            var flows = await FlowsOf(operation, api, sent);
            page.Append($"| `{operation}` | ").AppendJoin(" | ", Columns.Select(column => Cell(flows, column.Of))).Append(" |\n");
        }

        return page.ToString();
    }

    /// <summary>The flow that the endpoint sends for each example of its body.</summary>
    private static async Task<IReadOnlyList<object>> FlowsOf(ContractOperation operation, TestApi api, SentFlows sent)
    {
        List<JsonNode?> bodies =
        [
            .. operation.BodyExamples.Select(example => example.Value),
            .. FurtherBodies.Where(further => further.Operation == operation.ToString()).Select(further => JsonNode.Parse(further.Body)),
        ];
        List<object> flows = [];
        foreach (var body in bodies.DefaultIfEmpty())
        {
            sent.Last = null;
            var response = await api.Send(operation.Method, operation.FilledPath, body, bearer: null);
            flows.Add(sent.Last.ShouldNotBeNull($"{operation} sent no flow: {response.Status} {response.Text}"));
        }

        return flows;
    }

    private static string Cell(IReadOnlyList<object> flows, Func<object, IEnumerable<string>> of)
    {
        var values = flows.Select(flow => of(flow).Distinct(StringComparer.Ordinal).ToList()).ToList();
        var cell = string.Join(", ", values.SelectMany(value => value).Distinct(StringComparer.Ordinal).Select(value => values.TrueForAll(all => all.Contains(value, StringComparer.Ordinal)) ? value : value + Some));
        return cell.Length == 0 ? "–" : cell;
    }

    private static IEnumerable<string> LimitsOf(object flow)
    {
        var limits = new RateLimitsOptions();
        return flow switch
        {
            IPublicFlow open => [limits.PerClient.Name, .. open.Limits(limits).Select(key => key.Limit.Name)],
            IProtectedFlow mine => mine.Limits(limits, Caller()).Select(key => key.Limit.Name),
            _ => [],
        };
    }

    private static VerifiedToken Caller() => new() { Subject = "sub", SubjectId = default, Session = default, ClientId = "client", AuthTime = default, IssuedAt = default, ExpiresAt = default };

    /// <summary>Replaces the pipeline: it keeps the last flow and runs none.</summary>
    private sealed class SentFlows : IFlows
    {
        public object? Last { get; set; }

        public Task<Result<T>> Send<T>(IFlow<T> flow, CancellationToken cancellationToken = default)
        {
            Last = flow;
            return Task.FromResult(Result<T>.Failure(AuthErrors.InternalError));
        }
    }
}
