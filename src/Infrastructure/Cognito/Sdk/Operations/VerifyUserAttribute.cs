using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Verifies an attribute of the token's user with its code. Unsigned.</summary>
    public class VerifyUserAttributeRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }

        /// <summary>The attribute: email, phone_number. Required.</summary>
        public string? AttributeName { get; set; }

        /// <summary>The code from the message. Secret. Required.</summary>
        public string? Code { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class VerifyUserAttributeResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Verifies an attribute of the token's user with its code.</summary>
        Task<VerifyUserAttributeResponse> VerifyUserAttributeAsync(VerifyUserAttributeRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<VerifyUserAttributeResponse> VerifyUserAttributeAsync(VerifyUserAttributeRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<VerifyUserAttributeRequest, VerifyUserAttributeResponse>(request, cancellationToken);
    }
}
