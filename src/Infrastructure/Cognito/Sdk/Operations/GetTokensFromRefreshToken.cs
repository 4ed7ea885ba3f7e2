using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Exchanges a refresh token for new tokens; the only way that works with rotation. Unsigned.</summary>
    public class GetTokensFromRefreshTokenRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>The refresh token. Secret. Required.</summary>
        public string? RefreshToken { get; set; }

        /// <summary>The app client that calls. Required.</summary>
        public string? ClientId { get; set; }

        /// <summary>The secret of the app client, in clear, for clients that have one. Secret.</summary>
        public string? ClientSecret { get; set; }

        /// <summary>The remembered device.</summary>
        public string? DeviceKey { get; set; }

        /// <summary>Data for the triggers of the pool; not stored, not encrypted.</summary>
        public Dictionary<string, string>? ClientMetadata { get; set; }
    }

    /// <summary>The new tokens; a new refresh token only where rotation is on.</summary>
    public class GetTokensFromRefreshTokenResponse : AmazonWebServiceResponse
    {
        /// <summary>The tokens; null while a challenge is open.</summary>
        public AuthenticationResultType? AuthenticationResult { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Exchanges a refresh token for new tokens; the only way that works with rotation.</summary>
        Task<GetTokensFromRefreshTokenResponse> GetTokensFromRefreshTokenAsync(GetTokensFromRefreshTokenRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<GetTokensFromRefreshTokenResponse> GetTokensFromRefreshTokenAsync(GetTokensFromRefreshTokenRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<GetTokensFromRefreshTokenRequest, GetTokensFromRefreshTokenResponse>(request, cancellationToken);
    }
}
