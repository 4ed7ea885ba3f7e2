using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Reads any user of the pool. Signed with IAM credentials.</summary>
    public class AdminGetUserRequest : AmazonCognitoIdentityProviderRequest
    {
        /// <summary>The user pool. Required.</summary>
        public string? UserPoolId { get; set; }

        /// <summary>The name, e-mail address, telephone number or `sub` of the user. Required.</summary>
        public string? Username { get; set; }
    }

    /// <summary>The user's name, state, attributes and MFA settings.</summary>
    public class AdminGetUserResponse : AmazonWebServiceResponse
    {
        /// <summary>The name, e-mail address, telephone number or `sub` of the user. Required.</summary>
        public string? Username { get; set; }

        /// <summary>The attributes of the user; names of custom ones start with `custom:`.</summary>
        public List<AttributeType>? UserAttributes { get; set; }

        /// <summary>When the user was created, UTC.</summary>
        public DateTime? UserCreateDate { get; set; }

        /// <summary>When the user was last changed, UTC.</summary>
        public DateTime? UserLastModifiedDate { get; set; }

        /// <summary>False when the user was disabled.</summary>
        public bool? Enabled { get; set; }

        /// <summary>Where the user stands.</summary>
        public UserStatusType? UserStatus { get; set; }

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
        /// <summary>Reads any user of the pool.</summary>
        Task<AdminGetUserResponse> AdminGetUserAsync(AdminGetUserRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<AdminGetUserResponse> AdminGetUserAsync(AdminGetUserRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<AdminGetUserRequest, AdminGetUserResponse>(request, cancellationToken);
    }
}
