using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>The parameters of endpoint resolution.</summary>
internal sealed class CognitoEndpointParameters : EndpointParameters
{
    public string? ServiceUrl { get; private init; }

    public RegionEndpoint? Region { get; private init; }

    public bool UseFips { get; private init; }

    public bool UseDualStack { get; private init; }

    public static CognitoEndpointParameters From(IClientConfig config) => new()
    {
        ServiceUrl = config.ServiceURL,
        Region = config.RegionEndpoint ?? (config.AuthenticationRegion is { Length: > 0 } name ? RegionEndpoint.GetBySystemName(name) : null),
        UseFips = config.UseFIPSEndpoint,
        UseDualStack = config.UseDualstackEndpoint,
    };
}

/// <summary>The endpoint rules of <c>cognito-idp</c>: a configured URL, otherwise the region's endpoint.</summary>
internal sealed class CognitoEndpointProvider : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var cognito = (CognitoEndpointParameters)parameters;
        if (!string.IsNullOrEmpty(cognito.ServiceUrl)) return new Endpoint(cognito.ServiceUrl);

        var region = cognito.Region ?? throw new AmazonClientException("No region is configured for Cognito.");
        var service = cognito.UseFips ? "cognito-idp-fips" : "cognito-idp";
        return new Endpoint($"https://{service}.{region.SystemName}.{(cognito.UseDualStack ? DualStackSuffix(region) : region.PartitionDnsSuffix)}");
    }

    private static string DualStackSuffix(RegionEndpoint region) => region.PartitionName switch
    {
        "aws-cn" => "api.amazonwebservices.com.cn",
        _ => "api.aws",
    };
}

/// <summary>Resolves the endpoint inside the runtime's pipeline.</summary>
internal sealed class CognitoEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        CognitoEndpointParameters.From(requestContext.ClientConfig);
}
