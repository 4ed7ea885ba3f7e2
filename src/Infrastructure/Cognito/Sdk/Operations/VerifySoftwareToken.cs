using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Verifies a code of the new TOTP secret, and so registers the authenticator. Unsigned.</summary>
    public class VerifySoftwareTokenRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`; or a session in its place. Secret.</summary>
        public string? AccessToken { get; set; }

        /// <summary>The session of an `MFA_SETUP` challenge; or an access token in its place. Secret.</summary>
        public string? Session { get; set; }

        /// <summary>The code: 6 digits. Secret. Required.</summary>
        public string? UserCode { get; set; }

        /// <summary>What the user calls the authenticator.</summary>
        public string? FriendlyDeviceName { get; set; }
    }

    /// <summary>Whether the code was right.</summary>
    public class VerifySoftwareTokenResponse : AmazonWebServiceResponse
    {
        /// <summary>Whether the authenticator is registered now.</summary>
        public VerifySoftwareTokenResponseType? Status { get; set; }

        /// <summary>For the answer to the `MFA_SETUP` challenge, where a session was sent. Secret.</summary>
        public string? Session { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Verifies a code of the new TOTP secret, and so registers the authenticator.</summary>
        Task<VerifySoftwareTokenResponse> VerifySoftwareTokenAsync(VerifySoftwareTokenRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<VerifySoftwareTokenResponse> VerifySoftwareTokenAsync(VerifySoftwareTokenRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<VerifySoftwareTokenRequest, VerifySoftwareTokenResponse>(request, cancellationToken);
    }
}
