using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Lists the devices of the token's user. Unsigned.</summary>
    public class ListDevicesRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }

        /// <summary>The longest page: 0 to 60.</summary>
        public int? Limit { get; set; }

        /// <summary>From the page before.</summary>
        public string? PaginationToken { get; set; }
    }

    /// <summary>A page of devices.</summary>
    public class ListDevicesResponse : AmazonWebServiceResponse
    {
        /// <summary>The devices.</summary>
        public List<DeviceType>? Devices { get; set; }

        /// <summary>For the next page; null after the last.</summary>
        public string? PaginationToken { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Lists the devices of the token's user.</summary>
        Task<ListDevicesResponse> ListDevicesAsync(ListDevicesRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<ListDevicesResponse> ListDevicesAsync(ListDevicesRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<ListDevicesRequest, ListDevicesResponse>(request, cancellationToken);
    }
}
