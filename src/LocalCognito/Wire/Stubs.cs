using WireMock.Matchers;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;
using WireMock.Server;

namespace CognitoAuth.LocalCognito.Wire;

/// <summary>
/// WireMock.Net stubs in front of the pool: a request that matches a stub does not reach the pool. Use them for what <see cref="Testing.Faults"/> cannot express; all of WireMock's matchers and responses are available.
/// <code>
/// var stub = Guid.NewGuid();
/// cognito.Stubs.Given(Stubs.Operation("GetUser")).WithGuid(stub).RespondWith(Response.Create().WithStatusCode(503));
/// cognito.Stubs.Remove(stub);
/// </code>
/// </summary>
public sealed class Stubs
{
    private readonly WireMockServer _server;
    private readonly Guid _pool;

    internal Stubs(WireMockServer server, Guid pool) => (_server, _pool) = (server, pool);

    /// <summary>Matches calls of an operation, such as <c>GetUser</c>. The result can be narrowed down by body or headers.</summary>
    public static IRequestBuilder Operation(string operation) =>
        Request.Create().WithPath("/").UsingPost().WithHeader("X-Amz-Target", new ExactMatcher($"AWSCognitoIdentityProviderService.{operation}"));

    /// <summary>Starts a stub. When several stubs match, the one with the lowest <c>AtPriority</c> wins, then the newest. Every stub wins over the pool.</summary>
    /// <param name="request">The requests that the stub matches.</param>
    public IRespondWithAProvider Given(IRequestMatcher request) => _server.Given(request);

    /// <summary>Removes a stub, by the id that <c>WithGuid</c> gave it.</summary>
    /// <returns>Whether the stub existed.</returns>
    public bool Remove(Guid id) => id != _pool && _server.DeleteMapping(id);

    /// <summary>Removes all stubs.</summary>
    public void Clear()
    {
        foreach (var stub in _server.Mappings.Select(mapping => mapping.Guid).Where(id => id != _pool)) _server.DeleteMapping(stub);
    }
}
