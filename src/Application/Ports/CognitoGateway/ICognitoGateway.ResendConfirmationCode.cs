using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>ResendConfirmationCode</c>: sends an unconfirmed account a new code; the earlier one ends.</summary>
    Task<Result<CodeDelivery>> ResendConfirmationCode(string username, CancellationToken cancellationToken);
}
