using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>GetUserAttributeVerificationCode</c>: sends a code to the user's e-mail address or phone number.</summary>
    Task<Result<CodeDelivery>> GetUserAttributeVerificationCode(Secret accessToken, string attribute, CancellationToken cancellationToken);
}
