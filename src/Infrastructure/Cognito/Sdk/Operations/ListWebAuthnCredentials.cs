using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Lists the passkeys of the token's user. Unsigned.</summary>
    public class ListWebAuthnCredentialsRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }

        /// <summary>The page to begin with, from the answer before.</summary>
        public string? NextToken { get; set; }

        /// <summary>At most so many; 0 to 20.</summary>
        public int? MaxResults { get; set; }
    }

    /// <summary>A page of passkeys.</summary>
    public class ListWebAuthnCredentialsResponse : AmazonWebServiceResponse
    {
        /// <summary>The passkeys. Required.</summary>
        public List<WebAuthnCredentialDescription>? Credentials { get; set; }

        /// <summary>The next page, where there is one.</summary>
        public string? NextToken { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Lists the passkeys of the token's user.</summary>
        Task<ListWebAuthnCredentialsResponse> ListWebAuthnCredentialsAsync(ListWebAuthnCredentialsRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<ListWebAuthnCredentialsResponse> ListWebAuthnCredentialsAsync(ListWebAuthnCredentialsRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<ListWebAuthnCredentialsRequest, ListWebAuthnCredentialsResponse>(request, cancellationToken);
    }
}
