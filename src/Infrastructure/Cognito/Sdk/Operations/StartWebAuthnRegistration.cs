using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Documents;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Asks for what the browser needs to make a passkey for the token's user. A repeat replaces the challenge. Unsigned.</summary>
    public class StartWebAuthnRegistrationRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }
    }

    /// <summary>What the browser needs to make a passkey.</summary>
    public class StartWebAuthnRegistrationResponse : AmazonWebServiceResponse
    {
        /// <summary>A `PublicKeyCredentialCreationOptionsJSON` of WebAuthn. Required.</summary>
        public Document CredentialCreationOptions { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Asks for what the browser needs to make a passkey for the token's user. A repeat replaces the challenge.</summary>
        Task<StartWebAuthnRegistrationResponse> StartWebAuthnRegistrationAsync(StartWebAuthnRegistrationRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<StartWebAuthnRegistrationResponse> StartWebAuthnRegistrationAsync(StartWebAuthnRegistrationRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<StartWebAuthnRegistrationRequest, StartWebAuthnRegistrationResponse>(request, cancellationToken);
    }
}
