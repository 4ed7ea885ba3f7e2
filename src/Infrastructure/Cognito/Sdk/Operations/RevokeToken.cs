using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Revokes a refresh token and the access tokens that came of it. Unsigned.</summary>
    public class RevokeTokenRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>The refresh token to revoke. Secret. Required.</summary>
        public string? Token { get; set; }

        /// <summary>The app client that calls. Required.</summary>
        public string? ClientId { get; set; }

        /// <summary>The secret of the app client, in clear, for clients that have one. Secret.</summary>
        public string? ClientSecret { get; set; }

        /// <summary>Whether linked sessions end too.</summary>
        public RevokeAssociatedSessionsType? RevokeAssociatedSessions { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class RevokeTokenResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Revokes a refresh token and the access tokens that came of it.</summary>
        Task<RevokeTokenResponse> RevokeTokenAsync(RevokeTokenRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<RevokeTokenResponse> RevokeTokenAsync(RevokeTokenRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<RevokeTokenRequest, RevokeTokenResponse>(request, cancellationToken);
    }
}
