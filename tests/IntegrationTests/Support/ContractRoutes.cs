using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>An address of the contract that takes a JSON body.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, its parameters filled in.</param>
/// <param name="Body">The type of the body.</param>
/// <param name="BodyIsOptional">Whether it also does without.</param>
public sealed record BodyRoute(HttpMethod Method, string Path, Type Body, bool BodyIsOptional)
{
    /// <summary>Whether the body may have <c>clientMetadata</c>.</summary>
    public bool TakesMetadata => Body.GetProperty("ClientMetadata") is not null;

    /// <summary>Whether the caller's token is looked at before the members are.</summary>
    public bool IsProtected => Path.StartsWith("/v1/me", StringComparison.Ordinal) || Path == "/v1/auth/password/change";

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>The addresses of the contract as the running API has them, so that what holds for all of them is tested for new ones too.</summary>
public static class ContractRoutes
{
    private const string Base = "/v1/";

    /// <summary>Those that take a JSON body.</summary>
    public static IReadOnlyList<BodyRoute> BodyRoutes(this TestApi api) =>
    [
        .. from endpoint in api.Endpoints()
           let accepts = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()
           where accepts is not null
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
           select new BodyRoute(new HttpMethod(method), Fill(endpoint.RoutePattern.RawText!), accepts.RequestType!, accepts.IsOptional),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RouteEndpoint> Endpoints(this TestApi api) =>
    [
        .. api.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith(Base, StringComparison.Ordinal) is true),
    ];

    private static string Fill(string pattern) => string.Join('/', pattern.Split('/').Select(segment => segment.StartsWith('{') ? "any" : segment));
}
