using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Ends another session of the token's user, in pools that track them. Unsigned.</summary>
    public class RevokeUserSessionRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }

        /// <summary>The session to end; not the one of the token. Required.</summary>
        public string? SessionId { get; set; }

        /// <summary>Whether linked sessions end too.</summary>
        public RevokeAssociatedSessionsType? RevokeAssociatedSessions { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class RevokeUserSessionResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Ends another session of the token's user, in pools that track them.</summary>
        Task<RevokeUserSessionResponse> RevokeUserSessionAsync(RevokeUserSessionRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<RevokeUserSessionResponse> RevokeUserSessionAsync(RevokeUserSessionRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<RevokeUserSessionRequest, RevokeUserSessionResponse>(request, cancellationToken);
    }
}
