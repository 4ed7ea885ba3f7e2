using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Ends all sessions of any user of the pool. Signed with IAM credentials.</summary>
    public class AdminUserGlobalSignOutRequest : AmazonCognitoIdentityProviderRequest
    {
        /// <summary>The user pool. Required.</summary>
        public string? UserPoolId { get; set; }

        /// <summary>The name, e-mail address, telephone number or `sub` of the user. Required.</summary>
        public string? Username { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class AdminUserGlobalSignOutResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Ends all sessions of any user of the pool.</summary>
        Task<AdminUserGlobalSignOutResponse> AdminUserGlobalSignOutAsync(AdminUserGlobalSignOutRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<AdminUserGlobalSignOutResponse> AdminUserGlobalSignOutAsync(AdminUserGlobalSignOutRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<AdminUserGlobalSignOutRequest, AdminUserGlobalSignOutResponse>(request, cancellationToken);
    }
}
