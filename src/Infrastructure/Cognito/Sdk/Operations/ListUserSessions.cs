using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Lists the sessions of the token's user, in pools that track them. Unsigned.</summary>
    public class ListUserSessionsRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }

        /// <summary>From the page before.</summary>
        public string? NextToken { get; set; }
    }

    /// <summary>A page of sessions.</summary>
    public class ListUserSessionsResponse : AmazonWebServiceResponse
    {
        /// <summary>The sessions.</summary>
        public List<SessionDescriptionType>? Sessions { get; set; }

        /// <summary>For the next page; null after the last.</summary>
        public string? NextToken { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Lists the sessions of the token's user, in pools that track them.</summary>
        Task<ListUserSessionsResponse> ListUserSessionsAsync(ListUserSessionsRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<ListUserSessionsResponse> ListUserSessionsAsync(ListUserSessionsRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<ListUserSessionsRequest, ListUserSessionsResponse>(request, cancellationToken);
    }
}
