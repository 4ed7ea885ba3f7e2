using System.Text.Json;
using CognitoAuth.IntegrationTests.Support;
using Microsoft.AspNetCore.Routing;

namespace CognitoAuth.IntegrationTests.Api;

/// <summary>One API with a machine client. The tests of a class share it.</summary>
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
/// Every operation that Cognito has for users is behind the endpoint that <c>docs/endpoints.md</c> names: a call of that endpoint sends it, with everything that the model requires.
/// Cognito's response does not matter here. These tests fail for a new operation of the model until that page and the calls have it.
/// </summary>
public sealed class CognitoOperationsTests(OperationsApi operations) : IClassFixture<OperationsApi>
{
    // As in tests/UnitTests/Architecture/CognitoOperationsTests.cs.
    private static readonly string[] Exceptions = ["SetUserSettings", "UpdateAuthEventFeedback"];

    private static readonly Dictionary<string, List<string>> RequiredMembers = Model();

    public static TheoryData<string> OfUsers => [.. RequiredMembers.Keys];

    [Theory]
    [MemberData(nameof(OfUsers))]
    public async Task The_endpoint_that_the_page_names_for_an_operation_sends_that_operation(string operation)
    {
        var rows = EndpointsPage.Rows.Where(row => row.Names.Contains(operation, StringComparer.Ordinal)).ToList();
        rows.ShouldNotBeEmpty("docs/endpoints.md does not name it.");
        var call = OperationCall.All.GetValueOrDefault(operation).ShouldNotBeNull("OperationCall has no call for it.");
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

        listed.Where(endpoint => !Exists(endpoint)).ShouldBeEmpty("the page names it, and it does not exist");
        Api.Endpoints().Where(route => !listed.Exists(endpoint => Serves(route, endpoint))).Select(route => route.RoutePattern.RawText).ShouldBeEmpty("it exists, and the page does not name it");
        listed.Distinct(StringComparer.Ordinal).Count().ShouldBe(listed.Count, "named twice");
    }

    [Fact]
    public void Every_call_here_is_for_an_operation_of_users()
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
