using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Takes a device in that a sign-in gave keys to. Unsigned.</summary>
    public class ConfirmDeviceRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret. Required.</summary>
        public string? AccessToken { get; set; }

        /// <summary>The key of the device. Required.</summary>
        public string? DeviceKey { get; set; }

        /// <summary>What proves the device's secret later.</summary>
        public DeviceSecretVerifierConfigType? DeviceSecretVerifierConfig { get; set; }

        /// <summary>What the user calls the device.</summary>
        public string? DeviceName { get; set; }
    }

    /// <summary>Whether the user must be asked.</summary>
    public class ConfirmDeviceResponse : AmazonWebServiceResponse
    {
        /// <summary>Whether the device is remembered only once the user has said so.</summary>
        public bool? UserConfirmationNecessary { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Takes a device in that a sign-in gave keys to.</summary>
        Task<ConfirmDeviceResponse> ConfirmDeviceAsync(ConfirmDeviceRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<ConfirmDeviceResponse> ConfirmDeviceAsync(ConfirmDeviceRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<ConfirmDeviceRequest, ConfirmDeviceResponse>(request, cancellationToken);
    }
}
