using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Changes attributes of the token's user, and sends a code to a new address where the pool verifies it. Unsigned.</summary>
    public class UpdateUserAttributesRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>The attributes; an empty value deletes one, and names of custom ones start with `custom:`. Required.</summary>
        public List<AttributeType>? UserAttributes { get; set; }

        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }

        /// <summary>Data for the triggers of the pool; not stored, not encrypted.</summary>
        public Dictionary<string, string>? ClientMetadata { get; set; }
    }

    /// <summary>Where the codes went.</summary>
    public class UpdateUserAttributesResponse : AmazonWebServiceResponse
    {
        /// <summary>Where the codes went; the destinations are masked.</summary>
        public List<CodeDeliveryDetailsType>? CodeDeliveryDetailsList { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Changes attributes of the token's user, and sends a code to a new address where the pool verifies it.</summary>
        Task<UpdateUserAttributesResponse> UpdateUserAttributesAsync(UpdateUserAttributesRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<UpdateUserAttributesResponse> UpdateUserAttributesAsync(UpdateUserAttributesRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<UpdateUserAttributesRequest, UpdateUserAttributesResponse>(request, cancellationToken);
    }
}
