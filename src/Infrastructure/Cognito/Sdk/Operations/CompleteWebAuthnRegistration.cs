using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Documents;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Registers the passkey that the browser made for the token's user. Unsigned.</summary>
    public class CompleteWebAuthnRegistrationRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }

        /// <summary>The `RegistrationResponseJSON` of WebAuthn. Required.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public Document Credential { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class CompleteWebAuthnRegistrationResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Registers the passkey that the browser made for the token's user.</summary>
        Task<CompleteWebAuthnRegistrationResponse> CompleteWebAuthnRegistrationAsync(CompleteWebAuthnRegistrationRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<CompleteWebAuthnRegistrationResponse> CompleteWebAuthnRegistrationAsync(CompleteWebAuthnRegistrationRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<CompleteWebAuthnRegistrationRequest, CompleteWebAuthnRegistrationResponse>(request, cancellationToken);
    }
}
