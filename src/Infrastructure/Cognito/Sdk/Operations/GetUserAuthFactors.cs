using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Reads which factors the token's user can sign in with. Unsigned.</summary>
    public class GetUserAuthFactorsRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }
    }

    /// <summary>The user's factors.</summary>
    public class GetUserAuthFactorsResponse : AmazonWebServiceResponse
    {
        /// <summary>The name of the user. Required.</summary>
        public string? Username { get; set; }

        /// <summary>The second factor that is asked first.</summary>
        public string? PreferredMfaSetting { get; set; }

        /// <summary>The second factors that are on: SMS_MFA, SOFTWARE_TOKEN_MFA, EMAIL_OTP.</summary>
        public List<string>? UserMFASettingList { get; set; }

        /// <summary>The factors that are set up: PASSWORD, EMAIL_OTP, SMS_OTP, WEB_AUTHN, SOFTWARE_TOKEN.</summary>
        public List<string>? ConfiguredUserAuthFactors { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Reads which factors the token's user can sign in with.</summary>
        Task<GetUserAuthFactorsResponse> GetUserAuthFactorsAsync(GetUserAuthFactorsRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<GetUserAuthFactorsResponse> GetUserAuthFactorsAsync(GetUserAuthFactorsRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<GetUserAuthFactorsRequest, GetUserAuthFactorsResponse>(request, cancellationToken);
    }
}
