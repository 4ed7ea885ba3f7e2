using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>DeleteUserAttributes</c>: removes attributes, all or none.</summary>
    Task<Result<Success>> DeleteUserAttributes(Secret accessToken, IReadOnlyCollection<string> names, CancellationToken cancellationToken);
}
