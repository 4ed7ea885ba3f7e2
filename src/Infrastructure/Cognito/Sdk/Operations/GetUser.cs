using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Reads the token's user. Unsigned.</summary>
    public class GetUserRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }
    }

    /// <summary>The user's name, attributes and MFA settings.</summary>
    public class GetUserResponse : AmazonWebServiceResponse
    {
        /// <summary>The name, e-mail address, telephone number or `sub` of the user. Required.</summary>
        public string? Username { get; set; }

        /// <summary>The attributes of the user; names of custom ones start with `custom:`. Required.</summary>
        public List<AttributeType>? UserAttributes { get; set; }

        /// <summary>No longer used by Cognito: SMS MFA only.</summary>
        public List<MFAOptionType>? MFAOptions { get; set; }

        /// <summary>The second factor that is asked first.</summary>
        public string? PreferredMfaSetting { get; set; }

        /// <summary>The second factors that are on: SMS_MFA, SOFTWARE_TOKEN_MFA, EMAIL_OTP.</summary>
        public List<string>? UserMFASettingList { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Reads the token's user.</summary>
        Task<GetUserResponse> GetUserAsync(GetUserRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<GetUserResponse> GetUserAsync(GetUserRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<GetUserRequest, GetUserResponse>(request, cancellationToken);
    }
}
