using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Registers a user and sends the confirmation code. Unsigned.</summary>
    public class SignUpRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>The app client that calls. Required.</summary>
        public string? ClientId { get; set; }

        /// <summary>HMAC of username and client id, for clients with a secret. Secret.</summary>
        public string? SecretHash { get; set; }

        /// <summary>The name, e-mail address, telephone number or `sub` of the user. Required.</summary>
        public string? Username { get; set; }

        /// <summary>The password, up to 256 characters. Secret.</summary>
        public string? Password { get; set; }

        /// <summary>The attributes of the user; names of custom ones start with `custom:`.</summary>
        public List<AttributeType>? UserAttributes { get; set; }

        /// <summary>Data for the pre sign-up trigger; not stored.</summary>
        public List<AttributeType>? ValidationData { get; set; }

        /// <summary>Where Amazon Pinpoint counts the call.</summary>
        public AnalyticsMetadataType? AnalyticsMetadata { get; set; }

        /// <summary>What threat protection is told about the device.</summary>
        public UserContextDataType? UserContextData { get; set; }

        /// <summary>Data for the triggers of the pool; not stored, not encrypted.</summary>
        public Dictionary<string, string>? ClientMetadata { get; set; }
    }

    /// <summary>The new user, unconfirmed unless a trigger confirmed them.</summary>
    public class SignUpResponse : AmazonWebServiceResponse
    {
        /// <summary>True when a trigger confirmed the user at once. Required.</summary>
        public bool? UserConfirmed { get; set; }

        /// <summary>Where the code went; the destination is masked.</summary>
        public CodeDeliveryDetailsType? CodeDeliveryDetails { get; set; }

        /// <summary>The `sub` of the new user: a UUID that never changes. Required.</summary>
        public string? UserSub { get; set; }

        /// <summary>The session that ties the steps of a sign-in together: single use, 20 to 2048 characters. Secret.</summary>
        public string? Session { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Registers a user and sends the confirmation code.</summary>
        Task<SignUpResponse> SignUpAsync(SignUpRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<SignUpResponse> SignUpAsync(SignUpRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<SignUpRequest, SignUpResponse>(request, cancellationToken);
    }
}
