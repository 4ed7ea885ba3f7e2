using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Amazon.CognitoIdentityProvider;

/// <summary>
/// Configuration of <see cref="AmazonCognitoIdentityProviderClient"/>: give <c>RegionEndpoint</c>, or <c>ServiceURL</c> with <c>AuthenticationRegion</c>
/// (setting one of <c>RegionEndpoint</c> and <c>ServiceURL</c> clears the other).
/// </summary>
/// <remarks>
/// As in the official client, two retries are on by default and so are ten for stale connections; to prevent repeats, set both
/// <c>MaxErrorRetry</c> and <c>MaxStaleConnectionRetries</c> to 0. <c>Timeout</c> covers the body only with an <c>HttpClientFactory</c> that buffers it.
/// </remarks>
public class AmazonCognitoIdentityProviderConfig : ClientConfig
{
    internal const string Id = "Cognito Identity Provider";
    private const string SigningName = "cognito-idp";
    // The version of the official package whose shapes this client has.
    private static readonly string CognitoUserAgent = InternalSDKUtils.BuildUserAgentString(Id, "4.0.0");

    /// <summary>Settings come from the environment unless they are set.</summary>
    public AmazonCognitoIdentityProviderConfig() : base(new StandardDefaults())
    {
        base.ServiceId = Id;
        AuthenticationServiceName = SigningName;
        EndpointProvider = new CognitoEndpointProvider();
        AllowAutoRedirect = false;
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => SigningName;

    /// <inheritdoc/>
    public override string ServiceVersion => "2016-04-18";

    /// <inheritdoc/>
    public override string UserAgent => CognitoUserAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(CognitoEndpointParameters.From(this));

    private sealed class StandardDefaults : IDefaultConfigurationProvider
    {
        public IDefaultConfiguration GetDefaultConfiguration(RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode = null) =>
            new DefaultConfiguration
            {
                Name = DefaultConfigurationMode.Standard,
                RetryMode = RequestRetryMode.Standard,
                ConnectTimeout = TimeSpan.FromSeconds(3.1),
                TlsNegotiationTimeout = TimeSpan.FromSeconds(3.1),
            };
    }
}
