using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>ForgotPassword</c>: sends a code with which the password can be reset.</summary>
    Task<Result<CodeDelivery>> ForgotPassword(string username, CancellationToken cancellationToken);
}
