namespace CognitoAuth.LocalCognito.Operations.Session;

// This pool has no managed login, so no session is linked to another.
internal sealed record RevokeUserSessionRequest(string AccessToken, string SessionId, string? RevokeAssociatedSessions);

internal sealed class RevokeUserSession : PublicOperation<RevokeUserSessionRequest>
{
    protected override object? Execute(LocalUserPool pool, RevokeUserSessionRequest request)
    {
        var (user, current) = pool.AccessTokens.RequireSession(request.AccessToken);
        SessionTracking.RequireOn(pool);
        var session = SessionTracking.Require(pool, user, request.SessionId);
        if (session == current) throw CognitoException.InvalidParameter("The current session can't be revoked.");
        session.IsRevoked = true;
        return null;
    }
}
