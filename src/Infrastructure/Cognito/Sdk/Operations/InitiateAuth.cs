using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Starts a sign-in, or refreshes with REFRESH_TOKEN_AUTH. Unsigned.</summary>
    public class InitiateAuthRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>How the user signs in. Required.</summary>
        public AuthFlowType? AuthFlow { get; set; }

        /// <summary>USERNAME, PASSWORD, SRP_A, SECRET_HASH, REFRESH_TOKEN …, by flow. Secret.</summary>
        public Dictionary<string, string>? AuthParameters { get; set; }

        /// <summary>Data for the triggers of the pool; not stored, not encrypted.</summary>
        public Dictionary<string, string>? ClientMetadata { get; set; }

        /// <summary>The app client that calls. Required.</summary>
        public string? ClientId { get; set; }

        /// <summary>Where Amazon Pinpoint counts the call.</summary>
        public AnalyticsMetadataType? AnalyticsMetadata { get; set; }

        /// <summary>What threat protection is told about the device.</summary>
        public UserContextDataType? UserContextData { get; set; }

        /// <summary>The session that ties the steps of a sign-in together: single use, 20 to 2048 characters. Secret.</summary>
        public string? Session { get; set; }
    }

    /// <summary>Tokens, or the next challenge.</summary>
    public class InitiateAuthResponse : AmazonWebServiceResponse
    {
        /// <summary>The challenge.</summary>
        public ChallengeNameType? ChallengeName { get; set; }

        /// <summary>The session that ties the steps of a sign-in together: single use, 20 to 2048 characters. Secret.</summary>
        public string? Session { get; set; }

        /// <summary>What the client needs to answer the challenge.</summary>
        public Dictionary<string, string>? ChallengeParameters { get; set; }

        /// <summary>The tokens; null while a challenge is open.</summary>
        public AuthenticationResultType? AuthenticationResult { get; set; }

        /// <summary>The challenges the user can choose from (SELECT_CHALLENGE); names as in <see cref="ChallengeNameType"/>.</summary>
        public List<string>? AvailableChallenges { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Starts a sign-in, or refreshes with REFRESH_TOKEN_AUTH.</summary>
        Task<InitiateAuthResponse> InitiateAuthAsync(InitiateAuthRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<InitiateAuthResponse> InitiateAuthAsync(InitiateAuthRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<InitiateAuthRequest, InitiateAuthResponse>(request, cancellationToken);
    }
}
