using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Support;

/// <summary>The operations on a user's sessions.</summary>
internal sealed partial class FakeCognitoGateway
{
    public Func<string?, Result<UserSessionPage>>? ListUserSessions { get; set; }

    public Func<string, Result<Success>>? RevokeUserSession { get; set; }

    Task<Result<UserSessionPage>> ICognitoGateway.ListUserSessions(Secret accessToken, string? nextToken, CancellationToken cancellationToken)
    {
        calls.Add($"ListUserSessions {accessToken.Reveal()}");
        return Task.FromResult(Expected(ListUserSessions)(nextToken));
    }

    Task<Result<Success>> ICognitoGateway.RevokeUserSession(Secret accessToken, string sessionId, CancellationToken cancellationToken)
    {
        calls.Add($"RevokeUserSession {accessToken.Reveal()} {sessionId}");
        return Task.FromResult(Expected(RevokeUserSession)(sessionId));
    }
}
