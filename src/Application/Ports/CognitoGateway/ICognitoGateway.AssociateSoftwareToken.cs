using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>AssociateSoftwareToken</c>: makes a new TOTP secret. It replaces one that was not verified yet.</summary>
    Task<Result<TotpSecret>> AssociateSoftwareToken(TotpOwner owner, CancellationToken cancellationToken);
}
