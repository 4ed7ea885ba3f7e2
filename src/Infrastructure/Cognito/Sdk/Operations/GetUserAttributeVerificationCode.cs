using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Sends a code that verifies an attribute of the token's user. Unsigned.</summary>
    public class GetUserAttributeVerificationCodeRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }

        /// <summary>The attribute: email, phone_number. Required.</summary>
        public string? AttributeName { get; set; }

        /// <summary>Data for the triggers of the pool; not stored, not encrypted.</summary>
        public Dictionary<string, string>? ClientMetadata { get; set; }
    }

    /// <summary>Where the code went.</summary>
    public class GetUserAttributeVerificationCodeResponse : AmazonWebServiceResponse
    {
        /// <summary>Where the code went; the destination is masked.</summary>
        public CodeDeliveryDetailsType? CodeDeliveryDetails { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Sends a code that verifies an attribute of the token's user.</summary>
        Task<GetUserAttributeVerificationCodeResponse> GetUserAttributeVerificationCodeAsync(GetUserAttributeVerificationCodeRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<GetUserAttributeVerificationCodeResponse> GetUserAttributeVerificationCodeAsync(GetUserAttributeVerificationCodeRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<GetUserAttributeVerificationCodeRequest, GetUserAttributeVerificationCodeResponse>(request, cancellationToken);
    }
}
