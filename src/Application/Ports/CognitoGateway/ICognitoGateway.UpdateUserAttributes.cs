using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>UpdateUserAttributes</c>: changes attributes, all or none, and sends codes to addresses that are to be verified.</summary>
    /// <param name="accessToken">The user's.</param>
    /// <param name="attributes">Values by name; an empty one removes the attribute.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    Task<Result<IReadOnlyList<CodeDelivery>>> UpdateUserAttributes(
        Secret accessToken,
        IReadOnlyDictionary<string, string> attributes,
        CancellationToken cancellationToken);
}
