using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Says whether a device is remembered. Unsigned.</summary>
    public class UpdateDeviceStatusRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }

        /// <summary>The key of the device. Required.</summary>
        public string? DeviceKey { get; set; }

        /// <summary>Whether it is remembered.</summary>
        public DeviceRememberedStatusType? DeviceRememberedStatus { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class UpdateDeviceStatusResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Says whether a device is remembered.</summary>
        Task<UpdateDeviceStatusResponse> UpdateDeviceStatusAsync(UpdateDeviceStatusRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<UpdateDeviceStatusResponse> UpdateDeviceStatusAsync(UpdateDeviceStatusRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<UpdateDeviceStatusRequest, UpdateDeviceStatusResponse>(request, cancellationToken);
    }
}
