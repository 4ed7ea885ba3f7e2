using System.Text.Json;
using CognitoAuth.IntegrationTests.Support;
using Microsoft.AspNetCore.Routing;

namespace CognitoAuth.IntegrationTests.Api;

/// <summary>One API that knows a machine.</summary>
public sealed class OperationsApi : IAsyncLifetime
{
    /// <summary>The API.</summary>
    public TestApi Api { get; private set; } = null!;

    /// <inheritdoc/>
    public Task InitializeAsync()
    {
        Api = TestApi.Start(settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Cognito:MachineClientIds:0"] = OperationCall.MachineClientId });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Api.DisposeAsync().AsTask();
}

/// <summary>
/// Every operation that Cognito has for users is behind the endpoint that <c>docs/endpoints.md</c> names: a call of that endpoint makes it arrive, with all that the model requires of it.
/// Cognito's answer does not matter here. An operation that the model gets is missed until it is on that page and has a call.
/// </summary>
public sealed class CognitoOperationsTests(OperationsApi operations) : IClassFixture<OperationsApi>
{
    // As in tests/UnitTests/Architecture/CognitoOperationsTests.cs.
    private static readonly string[] Exceptions = ["SetUserSettings", "UpdateAuthEventFeedback"];

    private static readonly Dictionary<string, List<string>> RequiredMembers = Model();

    public static TheoryData<string> OfUsers => [.. RequiredMembers.Keys];

    [Theory]
    [MemberData(nameof(OfUsers))]
    public async Task An_operation_of_users_arrives_by_the_endpoint_that_the_page_names(string operation)
    {
        var rows = EndpointsPage.Rows.Where(row => row.Names.Contains(operation, StringComparer.Ordinal)).ToList();
        rows.ShouldNotBeEmpty("docs/endpoints.md does not name it.");
        var call = OperationCall.All.GetValueOrDefault(operation).ShouldNotBeNull("There is no call for it here.");
        rows.SelectMany(row => row.InFull(Exists)).ShouldContain(call.Endpoint);
        var before = Api.Cognito.Requests.Of(operation).Count;

        var response = await call.Send(Api);

        var arrived = Api.Cognito.Requests.Of(operation).Skip(before).ToList();
        arrived.ShouldNotBeEmpty(response.Text);
        var members = JsonElement.Parse(arrived[^1].Body).EnumerateObject().Where(member => member.Value.ValueKind is not JsonValueKind.Null).Select(member => member.Name);
        RequiredMembers[operation].ShouldBeSubsetOf(members);
    }

    [Fact]
    public void The_page_lists_every_endpoint_and_no_other()
    {
        var listed = EndpointsPage.Rows.SelectMany(row => row.InFull(Exists)).Where(endpoint => endpoint.Contains(" /v1/", StringComparison.Ordinal) || endpoint.StartsWith('…')).ToList();

        listed.Where(endpoint => !Exists(endpoint)).ShouldBeEmpty("named, and not there");
        Api.Endpoints().Where(route => !listed.Exists(endpoint => Serves(route, endpoint))).Select(route => route.RoutePattern.RawText).ShouldBeEmpty("there, and not named");
        listed.Distinct(StringComparer.Ordinal).Count().ShouldBe(listed.Count, "named twice");
    }

    [Fact]
    public void There_is_a_call_for_nothing_else()
    {
        OperationCall.All.Keys.ShouldBeSubsetOf(RequiredMembers.Keys);
        RequiredMembers.Count.ShouldBeGreaterThanOrEqualTo(33);
    }

    private TestApi Api => operations.Api;

    private bool Exists(string endpoint) => Api.Endpoints().Any(route => Serves(route, endpoint));

    private static bool Serves(RouteEndpoint route, string endpoint) =>
        endpoint.Split(' ') is [var method, var path] && route.RoutePattern.RawText == path
        && (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains(method, StringComparer.Ordinal));

    private static Dictionary<string, List<string>> Model()
    {
        var model = JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Root, "assets", "cognito-model.json")));
        return model.GetProperty("operations").EnumerateObject().Where(operation => operation.Value.GetProperty("auth").GetString() == "none" && !Exceptions.Contains(operation.Name, StringComparer.Ordinal))
            .ToDictionary(operation => operation.Name, operation => Required(model.GetProperty("shapes").GetProperty(operation.Value.GetProperty("input").GetString()!)), StringComparer.Ordinal);

        static List<string> Required(JsonElement shape) => shape.TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(name => name.GetString()!)] : [];
    }
}
