using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Forgets a device: its refresh tokens end, and it is a new one at its next sign-in. Unsigned.</summary>
    public class ForgetDeviceRequest : AmazonCognitoIdentityProviderRequest, IUnsignedRequest
    {
        /// <summary>A valid access token with the scope `aws.cognito.signin.user.admin`. Secret.</summary>
        public string? AccessToken { get; set; }

        /// <summary>The key of the device. Required.</summary>
        public string? DeviceKey { get; set; }
    }

    /// <summary>Nothing: success is the answer.</summary>
    public class ForgetDeviceResponse : AmazonWebServiceResponse;
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Forgets a device: its refresh tokens end, and it is a new one at its next sign-in.</summary>
        Task<ForgetDeviceResponse> ForgetDeviceAsync(ForgetDeviceRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<ForgetDeviceResponse> ForgetDeviceAsync(ForgetDeviceRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<ForgetDeviceRequest, ForgetDeviceResponse>(request, cancellationToken);
    }
}
