using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Makes a new TOTP secret for the token's or session's user; it counts once a code of it was verified. Unsigned.</summary>
    public class AssociateSoftwareTokenRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`; or a session in its place. Secret.</summary>
        public string? AccessToken { get; set; }

        /// <summary>The session of an `MFA_SETUP` challenge; or an access token in its place. Secret.</summary>
        public string? Session { get; set; }
    }

    /// <summary>The secret.</summary>
    public class AssociateSoftwareTokenResponse : AmazonWebServiceResponse
    {
        /// <summary>The secret in Base32. Secret.</summary>
        public string? SecretCode { get; set; }

        /// <summary>For the verification, where a session was sent. Secret.</summary>
        public string? Session { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Makes a new TOTP secret for the token's or session's user; it counts once a code of it was verified.</summary>
        Task<AssociateSoftwareTokenResponse> AssociateSoftwareTokenAsync(AssociateSoftwareTokenRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<AssociateSoftwareTokenResponse> AssociateSoftwareTokenAsync(AssociateSoftwareTokenRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<AssociateSoftwareTokenRequest, AssociateSoftwareTokenResponse>(request, cancellationToken);
    }
}
