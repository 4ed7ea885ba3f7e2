using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Deletes attributes of the token's user. Unsigned.</summary>
    public class DeleteUserAttributesRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>The names; those of custom attributes start with `custom:`. Required.</summary>
        public List<string>? UserAttributeNames { get; set; }

        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class DeleteUserAttributesResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Deletes attributes of the token's user.</summary>
        Task<DeleteUserAttributesResponse> DeleteUserAttributesAsync(DeleteUserAttributesRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<DeleteUserAttributesResponse> DeleteUserAttributesAsync(DeleteUserAttributesRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DeleteUserAttributesRequest, DeleteUserAttributesResponse>(request, cancellationToken);
    }
}
