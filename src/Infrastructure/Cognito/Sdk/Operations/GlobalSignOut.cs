using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Ends all sessions of the token's user. Unsigned.</summary>
    public class GlobalSignOutRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class GlobalSignOutResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Ends all sessions of the token's user.</summary>
        Task<GlobalSignOutResponse> GlobalSignOutAsync(GlobalSignOutRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<GlobalSignOutResponse> GlobalSignOutAsync(GlobalSignOutRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<GlobalSignOutRequest, GlobalSignOutResponse>(request, cancellationToken);
    }
}
