using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Reads a device of the token's user. Unsigned.</summary>
    public class GetDeviceRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>The key of the device. Required.</summary>
        public string? DeviceKey { get; set; }

        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret.</summary>
        public string? AccessToken { get; set; }
    }

    /// <summary>The device.</summary>
    public class GetDeviceResponse : AmazonWebServiceResponse
    {
        /// <summary>The device. Required.</summary>
        public DeviceType? Device { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Reads a device of the token's user.</summary>
        Task<GetDeviceResponse> GetDeviceAsync(GetDeviceRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<GetDeviceResponse> GetDeviceAsync(GetDeviceRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<GetDeviceRequest, GetDeviceResponse>(request, cancellationToken);
    }
}
