using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Gives an app client an access token of its own, without a user. Unsigned.</summary>
    public class GetClientTokenRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>The app client; its only flow is `ALLOW_CLIENT_TOKEN_AUTH`. Required.</summary>
        public string? ClientId { get; set; }

        /// <summary>The secret of the app client, in clear. Secret. Required.</summary>
        public string? Secret { get; set; }

        /// <summary>The scopes to ask for: `resource-server/scope`; all of the client's when there are none.</summary>
        public List<string>? Scopes { get; set; }

        /// <summary>For the pool's triggers.</summary>
        public Dictionary<string, string>? ClientMetadata { get; set; }
    }

    /// <summary>The token.</summary>
    public class GetClientTokenResponse : AmazonWebServiceResponse
    {
        /// <summary>The token.</summary>
        public ClientAuthenticationResultType? ClientAuthenticationResult { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Gives an app client an access token of its own, without a user.</summary>
        Task<GetClientTokenResponse> GetClientTokenAsync(GetClientTokenRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<GetClientTokenResponse> GetClientTokenAsync(GetClientTokenRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<GetClientTokenRequest, GetClientTokenResponse>(request, cancellationToken);
    }
}
