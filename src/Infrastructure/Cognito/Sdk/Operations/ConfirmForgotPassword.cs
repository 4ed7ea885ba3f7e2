using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Sets a new password with the code that was sent. Unsigned.</summary>
    public class ConfirmForgotPasswordRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>The app client that calls. Required.</summary>
        public string? ClientId { get; set; }

        /// <summary>HMAC of username and client id, for clients with a secret. Secret.</summary>
        public string? SecretHash { get; set; }

        /// <summary>The name, e-mail address, telephone number or `sub` of the user. Required.</summary>
        public string? Username { get; set; }

        /// <summary>The code that was sent to the user. Secret. Required.</summary>
        public string? ConfirmationCode { get; set; }

        /// <summary>The password, up to 256 characters. Secret. Required.</summary>
        public string? Password { get; set; }

        /// <summary>Where Amazon Pinpoint counts the call.</summary>
        public AnalyticsMetadataType? AnalyticsMetadata { get; set; }

        /// <summary>What threat protection is told about the device.</summary>
        public UserContextDataType? UserContextData { get; set; }

        /// <summary>Data for the triggers of the pool; not stored, not encrypted.</summary>
        public Dictionary<string, string>? ClientMetadata { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class ConfirmForgotPasswordResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Sets a new password with the code that was sent.</summary>
        Task<ConfirmForgotPasswordResponse> ConfirmForgotPasswordAsync(ConfirmForgotPasswordRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<ConfirmForgotPasswordResponse> ConfirmForgotPasswordAsync(ConfirmForgotPasswordRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<ConfirmForgotPasswordRequest, ConfirmForgotPasswordResponse>(request, cancellationToken);
    }
}
