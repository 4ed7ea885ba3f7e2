using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Creates a user with a temporary password. Signed with IAM credentials.</summary>
    public class AdminCreateUserRequest : AmazonCognitoIdentityProviderRequest
    {
        /// <summary>The user pool. Required.</summary>
        public string? UserPoolId { get; set; }

        /// <summary>The name, e-mail address, telephone number or `sub` of the user. Required.</summary>
        public string? Username { get; set; }

        /// <summary>The attributes of the user; names of custom ones start with `custom:`.</summary>
        public List<AttributeType>? UserAttributes { get; set; }

        /// <summary>Data for the pre sign-up trigger; not stored.</summary>
        public List<AttributeType>? ValidationData { get; set; }

        /// <summary>The first password; Cognito makes one where none is given. Secret.</summary>
        public string? TemporaryPassword { get; set; }

        /// <summary>True moves an e-mail address or telephone number that another user has as an alias to this user.</summary>
        public bool? ForceAliasCreation { get; set; }

        /// <summary>RESEND repeats the invitation, SUPPRESS sends none.</summary>
        public MessageActionType? MessageAction { get; set; }

        /// <summary>How the invitation is sent: SMS, EMAIL.</summary>
        public List<string>? DesiredDeliveryMediums { get; set; }

        /// <summary>Data for the triggers of the pool; not stored, not encrypted.</summary>
        public Dictionary<string, string>? ClientMetadata { get; set; }
    }

    /// <summary>The new user.</summary>
    public class AdminCreateUserResponse : AmazonWebServiceResponse
    {
        /// <summary>The user.</summary>
        public UserType? User { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Creates a user with a temporary password.</summary>
        Task<AdminCreateUserResponse> AdminCreateUserAsync(AdminCreateUserRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<AdminCreateUserResponse> AdminCreateUserAsync(AdminCreateUserRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<AdminCreateUserRequest, AdminCreateUserResponse>(request, cancellationToken);
    }
}
