using CognitoAuth.LocalCognito.Operations.Session;

namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminListUserSessionsRequest(string UserPoolId, string Username, string? NextToken);

internal sealed class AdminListUserSessions : SignedOperation<AdminListUserSessionsRequest>
{
    protected override object Execute(LocalUserPool pool, AdminListUserSessionsRequest request)
    {
        var user = pool.RequireUser(request.UserPoolId, request.Username);
        SessionTracking.RequireOn(pool);
        return SessionTracking.List(pool, user, current: null, request.NextToken);
    }
}
