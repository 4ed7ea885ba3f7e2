using CognitoAuth.LocalCognito.Tokens;

namespace CognitoAuth.LocalCognito.Operations.Session;

internal sealed record ListUserSessionsRequest(string AccessToken, string? NextToken);

internal sealed record ListUserSessionsResponse(IReadOnlyList<SessionDescriptionType> Sessions, string? NextToken);

/// <summary>A session on the wire. This pool does not see user agents and addresses of users. It describes the device as Cognito describes an unknown one.</summary>
internal sealed record SessionDescriptionType(
    string SessionId, string SessionType, string ClientId, DateTimeOffset CreateDate, DateTimeOffset LastActiveDate, string DeviceType, bool IsCurrentSession)
{
    public static SessionDescriptionType Of(TokenFamily session, bool isCurrent) =>
        new(session.SessionId, "TOKEN", session.Client.Id, session.SignedInAt, session.LastActiveAt, "unknown", isCurrent);
}

internal sealed class ListUserSessions : PublicOperation<ListUserSessionsRequest>
{
    protected override object Execute(LocalUserPool pool, ListUserSessionsRequest request)
    {
        var (user, current) = pool.AccessTokens.RequireSession(request.AccessToken);
        SessionTracking.RequireOn(pool);
        return SessionTracking.List(pool, user, current, request.NextToken);
    }
}
