using Amazon.Runtime.Internal;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>The service's name in the runtime's metrics and user agent.</summary>
internal sealed class CognitoServiceMetadata : IServiceMetadata
{
    public string ServiceId => AmazonCognitoIdentityProviderConfig.Id;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
