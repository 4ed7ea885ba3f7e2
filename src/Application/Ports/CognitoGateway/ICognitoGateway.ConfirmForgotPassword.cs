using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>ConfirmForgotPassword</c>: sets a new password with a code.</summary>
    Task<Result<Success>> ConfirmForgotPassword(string username, Secret code, Secret newPassword, CancellationToken cancellationToken);
}
