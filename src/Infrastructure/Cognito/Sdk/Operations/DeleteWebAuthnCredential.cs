using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Deletes a passkey of the token's user. Unsigned.</summary>
    public class DeleteWebAuthnCredentialRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }

        /// <summary>The passkey's id. Required.</summary>
        public string? CredentialId { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class DeleteWebAuthnCredentialResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Deletes a passkey of the token's user.</summary>
        Task<DeleteWebAuthnCredentialResponse> DeleteWebAuthnCredentialAsync(DeleteWebAuthnCredentialRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<DeleteWebAuthnCredentialResponse> DeleteWebAuthnCredentialAsync(DeleteWebAuthnCredentialRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DeleteWebAuthnCredentialRequest, DeleteWebAuthnCredentialResponse>(request, cancellationToken);
    }
}
