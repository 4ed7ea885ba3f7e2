using CognitoAuth.LocalCognito.Operations.Session;

namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminRevokeUserSessionRequest(string UserPoolId, string Username, string SessionId, string? RevokeAssociatedSessions);

internal sealed class AdminRevokeUserSession : SignedOperation<AdminRevokeUserSessionRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminRevokeUserSessionRequest request)
    {
        var user = pool.RequireUser(request.UserPoolId, request.Username);
        SessionTracking.RequireOn(pool);
        SessionTracking.Require(pool, user, request.SessionId).IsRevoked = true;
        return null;
    }
}
