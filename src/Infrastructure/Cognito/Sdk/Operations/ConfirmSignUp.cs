using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Confirms a new user with the code that was sent to them. Unsigned.</summary>
    public class ConfirmSignUpRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>The app client that calls. Required.</summary>
        public string? ClientId { get; set; }

        /// <summary>HMAC of username and client id, for clients with a secret. Secret.</summary>
        public string? SecretHash { get; set; }

        /// <summary>The name, e-mail address, telephone number or `sub` of the user. Required.</summary>
        public string? Username { get; set; }

        /// <summary>The code that was sent to the user. Secret. Required.</summary>
        public string? ConfirmationCode { get; set; }

        /// <summary>True moves an e-mail address or telephone number that another user has as an alias to this user.</summary>
        public bool? ForceAliasCreation { get; set; }

        /// <summary>Where Amazon Pinpoint counts the call.</summary>
        public AnalyticsMetadataType? AnalyticsMetadata { get; set; }

        /// <summary>What threat protection is told about the device.</summary>
        public UserContextDataType? UserContextData { get; set; }

        /// <summary>Data for the triggers of the pool; not stored, not encrypted.</summary>
        public Dictionary<string, string>? ClientMetadata { get; set; }

        /// <summary>The session that ties the steps of a sign-in together: single use, 20 to 2048 characters. Secret.</summary>
        public string? Session { get; set; }
    }

    /// <summary>A session to sign in with at once (USER_AUTH).</summary>
    public class ConfirmSignUpResponse : AmazonWebServiceResponse
    {
        /// <summary>The session that ties the steps of a sign-in together: single use, 20 to 2048 characters. Secret.</summary>
        public string? Session { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Confirms a new user with the code that was sent to them.</summary>
        Task<ConfirmSignUpResponse> ConfirmSignUpAsync(ConfirmSignUpRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<ConfirmSignUpResponse> ConfirmSignUpAsync(ConfirmSignUpRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<ConfirmSignUpRequest, ConfirmSignUpResponse>(request, cancellationToken);
    }
}
