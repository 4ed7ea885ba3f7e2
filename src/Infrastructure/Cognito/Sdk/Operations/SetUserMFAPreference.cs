using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Turns the second factors of the token's user on or off, and says which is asked first. Factors that are left out stay as they are. Unsigned.</summary>
    public class SetUserMFAPreferenceRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>Codes by SMS.</summary>
        public SMSMfaSettingsType? SMSMfaSettings { get; set; }

        /// <summary>Codes of an authenticator (TOTP).</summary>
        public SoftwareTokenMfaSettingsType? SoftwareTokenMfaSettings { get; set; }

        /// <summary>Codes by e-mail.</summary>
        public EmailMfaSettingsType? EmailMfaSettings { get; set; }

        /// <summary>Passkeys as a second factor.</summary>
        public WebAuthnMfaSettingsType? WebAuthnMfaSettings { get; set; }

        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class SetUserMFAPreferenceResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Turns the second factors of the token's user on or off, and says which is asked first. Factors that are left out stay as they are.</summary>
        Task<SetUserMFAPreferenceResponse> SetUserMFAPreferenceAsync(SetUserMFAPreferenceRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<SetUserMFAPreferenceResponse> SetUserMFAPreferenceAsync(SetUserMFAPreferenceRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<SetUserMFAPreferenceRequest, SetUserMFAPreferenceResponse>(request, cancellationToken);
    }
}
