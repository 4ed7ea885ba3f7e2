using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Confirms a user without a code. Signed with IAM credentials.</summary>
    public class AdminConfirmSignUpRequest : AmazonCognitoIdentityProviderRequest
    {
        /// <summary>The user pool. Required.</summary>
        public string? UserPoolId { get; set; }

        /// <summary>The name, e-mail address, telephone number or `sub` of the user. Required.</summary>
        public string? Username { get; set; }

        /// <summary>Data for the triggers of the pool; not stored, not encrypted.</summary>
        public Dictionary<string, string>? ClientMetadata { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class AdminConfirmSignUpResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Confirms a user without a code.</summary>
        Task<AdminConfirmSignUpResponse> AdminConfirmSignUpAsync(AdminConfirmSignUpRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<AdminConfirmSignUpResponse> AdminConfirmSignUpAsync(AdminConfirmSignUpRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<AdminConfirmSignUpRequest, AdminConfirmSignUpResponse>(request, cancellationToken);
    }
}
