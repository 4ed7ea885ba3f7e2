using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Answers a challenge on the server's side. Signed with IAM credentials.</summary>
    public class AdminRespondToAuthChallengeRequest : AmazonCognitoIdentityProviderRequest
    {
        /// <summary>The user pool. Required.</summary>
        public string? UserPoolId { get; set; }

        /// <summary>The app client that calls. Required.</summary>
        public string? ClientId { get; set; }

        /// <summary>The challenge. Required.</summary>
        public ChallengeNameType? ChallengeName { get; set; }

        /// <summary>The answers, by challenge: USERNAME, SECRET_HASH, NEW_PASSWORD, SMS_MFA_CODE …. Secret.</summary>
        public Dictionary<string, string>? ChallengeResponses { get; set; }

        /// <summary>The session that ties the steps of a sign-in together: single use, 20 to 2048 characters. Secret.</summary>
        public string? Session { get; set; }

        /// <summary>Where Amazon Pinpoint counts the call.</summary>
        public AnalyticsMetadataType? AnalyticsMetadata { get; set; }

        /// <summary>What threat protection is told about the device and the request.</summary>
        public ContextDataType? ContextData { get; set; }

        /// <summary>Data for the triggers of the pool; not stored, not encrypted.</summary>
        public Dictionary<string, string>? ClientMetadata { get; set; }
    }

    /// <summary>Tokens, or the next challenge.</summary>
    public class AdminRespondToAuthChallengeResponse : AmazonWebServiceResponse
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
        /// <summary>Answers a challenge on the server's side.</summary>
        Task<AdminRespondToAuthChallengeResponse> AdminRespondToAuthChallengeAsync(AdminRespondToAuthChallengeRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<AdminRespondToAuthChallengeResponse> AdminRespondToAuthChallengeAsync(AdminRespondToAuthChallengeRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<AdminRespondToAuthChallengeRequest, AdminRespondToAuthChallengeResponse>(request, cancellationToken);
    }
}
