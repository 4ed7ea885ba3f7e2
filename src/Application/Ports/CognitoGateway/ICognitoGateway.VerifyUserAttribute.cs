using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>VerifyUserAttribute</c>: proves with a code that the address or number is the user's.</summary>
    Task<Result<Success>> VerifyUserAttribute(Secret accessToken, string attribute, Secret code, CancellationToken cancellationToken);
}
