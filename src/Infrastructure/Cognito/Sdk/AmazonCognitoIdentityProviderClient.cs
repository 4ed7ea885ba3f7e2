using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CognitoIdentityProvider;

/// <summary>
/// Client of Amazon Cognito user pools on the runtime of AWSSDK.Core, with the names of AWSSDK.CognitoIdentityProvider (v4). Its operations and shapes are generated from
/// <c>assets/cognito-model.json</c> by <c>src/CognitoClientGenerator</c>.
/// </summary>
/// <remarks>
/// Errors of the service are <see cref="AmazonCognitoIdentityProviderException"/> or its modelled subclasses; a response that cannot be read is
/// <see cref="AmazonUnmarshallingException"/>; missing credentials are <see cref="AmazonClientException"/>.
/// </remarks>
public partial class AmazonCognitoIdentityProviderClient : AmazonServiceClient, IAmazonCognitoIdentityProvider
{
    /// <summary>Credentials and region from the environment.</summary>
    public AmazonCognitoIdentityProviderClient() : base(new AmazonCognitoIdentityProviderConfig())
    {
    }

    /// <summary>Credentials from the environment.</summary>
    public AmazonCognitoIdentityProviderClient(RegionEndpoint region) : base(InRegion(region))
    {
    }

    /// <summary>Credentials from the environment.</summary>
    public AmazonCognitoIdentityProviderClient(AmazonCognitoIdentityProviderConfig config) : base(config)
    {
    }

    /// <summary>Region from the environment.</summary>
    public AmazonCognitoIdentityProviderClient(AWSCredentials credentials) : base(credentials, new AmazonCognitoIdentityProviderConfig())
    {
    }

    /// <summary>Credentials and region as given.</summary>
    public AmazonCognitoIdentityProviderClient(AWSCredentials credentials, RegionEndpoint region) : base(credentials, InRegion(region))
    {
    }

    /// <summary>Credentials and configuration as given.</summary>
    public AmazonCognitoIdentityProviderClient(AWSCredentials credentials, AmazonCognitoIdentityProviderConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    /// <summary>Long-lived credentials as given, region from the environment.</summary>
    public AmazonCognitoIdentityProviderClient(string awsAccessKeyId, string awsSecretAccessKey) :
        base(awsAccessKeyId, awsSecretAccessKey, new AmazonCognitoIdentityProviderConfig())
    {
    }

    /// <summary>Long-lived credentials and region as given.</summary>
    public AmazonCognitoIdentityProviderClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) :
        base(awsAccessKeyId, awsSecretAccessKey, InRegion(region))
    {
    }

    /// <summary>Long-lived credentials and configuration as given.</summary>
    public AmazonCognitoIdentityProviderClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonCognitoIdentityProviderConfig clientConfig) :
        base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>Temporary credentials as given, region from the environment.</summary>
    public AmazonCognitoIdentityProviderClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken) :
        base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCognitoIdentityProviderConfig())
    {
    }

    /// <summary>Temporary credentials and region as given.</summary>
    public AmazonCognitoIdentityProviderClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region) :
        base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, InRegion(region))
    {
    }

    /// <summary>Temporary credentials and configuration as given.</summary>
    public AmazonCognitoIdentityProviderClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonCognitoIdentityProviderConfig clientConfig) :
        base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata { get; } = new CognitoServiceMetadata();

    /// <summary>False: responses hold tokens, and the runtime would write them to its log when it is configured to log responses.</summary>
    protected override bool SupportResponseLogging => false;

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        // Each handler goes directly after the marshaller, so the last one added runs first: scheme, guard, endpoint.
        pipeline.AddHandlerAfter<Marshaller>(new CognitoEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new AnonymousCredentialsGuard());
        pipeline.AddHandlerAfter<Marshaller>(new CognitoAuthSchemeResolver());
    }

    private protected virtual Task<TResponse> InvokeAsync<TRequest, TResponse>(TRequest request, CancellationToken cancellationToken)
        where TRequest : AmazonCognitoIdentityProviderRequest, IRequestShape
        where TResponse : AmazonWebServiceResponse, IResponseShape<TResponse>, new() =>
        InvokeAsync<TResponse>(request, Operation<TRequest, TResponse>.Options, cancellationToken);

    private static AmazonCognitoIdentityProviderConfig InRegion(RegionEndpoint region) => new() { RegionEndpoint = region };
}
