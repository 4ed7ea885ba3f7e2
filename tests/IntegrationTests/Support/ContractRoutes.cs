using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>An address of the contract that accepts a JSON body.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, its parameters filled in.</param>
/// <param name="Body">The type of the body.</param>
/// <param name="BodyIsOptional">Whether the body may be absent.</param>
public sealed record BodyRoute(HttpMethod Method, string Path, Type Body, bool BodyIsOptional)
{
    /// <summary>Whether the body may have <c>clientMetadata</c>.</summary>
    public bool TakesMetadata => Body.GetProperty("ClientMetadata") is not null;

    /// <summary>Whether the caller's token is checked before the members are.</summary>
    public bool IsProtected => Path.StartsWith("/v1/me", StringComparison.Ordinal) || Path == "/v1/auth/password/change";

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>The addresses of the contract, from the running API: rules for all addresses are also tested for new ones.</summary>
public static class ContractRoutes
{
    private const string Base = "/v1/";

    /// <summary>The addresses that accept a JSON body.</summary>
    public static IReadOnlyList<BodyRoute> BodyRoutes(this TestApi api) =>
    [
        .. from endpoint in api.Endpoints()
           let accepts = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()
           where accepts is not null
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
           select new BodyRoute(new HttpMethod(method), Fill(endpoint.RoutePattern.RawText!), accepts.RequestType!, accepts.IsOptional),
    ];

    /// <summary>All addresses.</summary>
    public static IReadOnlyList<RouteEndpoint> Endpoints(this TestApi api) =>
    [
        .. api.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith(Base, StringComparison.Ordinal) is true),
    ];

    private static string Fill(string pattern) => string.Join('/', pattern.Split('/').Select(segment => segment.StartsWith('{') ? "any" : segment));
}
