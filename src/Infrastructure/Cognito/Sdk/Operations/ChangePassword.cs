using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Changes the password of the token's user. Unsigned.</summary>
    public class ChangePasswordRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>The current password; not for users who have none. Secret.</summary>
        public string? PreviousPassword { get; set; }

        /// <summary>The new password. Secret. Required.</summary>
        public string? ProposedPassword { get; set; }

        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class ChangePasswordResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Changes the password of the token's user.</summary>
        Task<ChangePasswordResponse> ChangePasswordAsync(ChangePasswordRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<ChangePasswordResponse> ChangePasswordAsync(ChangePasswordRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<ChangePasswordRequest, ChangePasswordResponse>(request, cancellationToken);
    }
}
