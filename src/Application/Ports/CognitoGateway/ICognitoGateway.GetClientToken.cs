using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>GetClientToken</c>: an access token for an app client itself, without a user.</summary>
    /// <param name="clientId">The app client.</param>
    /// <param name="clientSecret">Its secret.</param>
    /// <param name="scopes">What to ask for, <c>resource-server/scope</c>; without any, all that the client has.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.InvalidCredentials"/> for a wrong secret, and for a client that there is not or that is none of a machine's;
    /// <see cref="AuthErrors.InvalidParameter"/> for scopes that it does not have.</returns>
    Task<Result<MachineToken>> GetClientToken(
        string clientId, Secret clientSecret, IReadOnlyList<string>? scopes, CancellationToken cancellationToken);
}
