using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Disables a user: no sign-in, and all tokens revoked. Signed with IAM credentials.</summary>
    public class AdminDisableUserRequest : AmazonCognitoIdentityProviderRequest
    {
        /// <summary>The user pool. Required.</summary>
        public string? UserPoolId { get; set; }

        /// <summary>The name, e-mail address, telephone number or `sub` of the user. Required.</summary>
        public string? Username { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class AdminDisableUserResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Disables a user: no sign-in, and all tokens revoked.</summary>
        Task<AdminDisableUserResponse> AdminDisableUserAsync(AdminDisableUserRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<AdminDisableUserResponse> AdminDisableUserAsync(AdminDisableUserRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<AdminDisableUserRequest, AdminDisableUserResponse>(request, cancellationToken);
    }
}
