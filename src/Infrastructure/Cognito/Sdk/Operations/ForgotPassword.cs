using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Sends a code with which the password can be reset. Unsigned.</summary>
    public class ForgotPasswordRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>The app client that calls. Required.</summary>
        public string? ClientId { get; set; }

        /// <summary>HMAC of username and client id, for clients with a secret. Secret.</summary>
        public string? SecretHash { get; set; }

        /// <summary>What threat protection is told about the device.</summary>
        public UserContextDataType? UserContextData { get; set; }

        /// <summary>The name, e-mail address, telephone number or `sub` of the user. Required.</summary>
        public string? Username { get; set; }

        /// <summary>Where Amazon Pinpoint counts the call.</summary>
        public AnalyticsMetadataType? AnalyticsMetadata { get; set; }

        /// <summary>Data for the triggers of the pool; not stored, not encrypted.</summary>
        public Dictionary<string, string>? ClientMetadata { get; set; }
    }

    /// <summary>Where the code went.</summary>
    public class ForgotPasswordResponse : AmazonWebServiceResponse
    {
        /// <summary>Where the code went; the destination is masked.</summary>
        public CodeDeliveryDetailsType? CodeDeliveryDetails { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Sends a code with which the password can be reset.</summary>
        Task<ForgotPasswordResponse> ForgotPasswordAsync(ForgotPasswordRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<ForgotPasswordResponse> ForgotPasswordAsync(ForgotPasswordRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<ForgotPasswordRequest, ForgotPasswordResponse>(request, cancellationToken);
    }
}
