using CognitoAuth.LocalCognito.Tokens;

namespace CognitoAuth.LocalCognito.Operations.Session;

/// <summary>What the operations on user sessions share.</summary>
internal static class SessionTracking
{
    /// <exception cref="CognitoException"><c>OperationNotEnabledException</c> in pools that do not track sessions.</exception>
    public static void RequireOn(LocalUserPool pool)
    {
        if (!pool.Options.UserSessionTracking) throw new CognitoException("OperationNotEnabledException", "User session tracking is not enabled for this user pool.");
    }

    /// <summary>The user's open sessions.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="user">The user.</param>
    /// <param name="current">The caller's own session; null when the caller is an administrator.</param>
    /// <param name="token">The token of the page.</param>
    public static ListUserSessionsResponse List(LocalUserPool pool, LocalUser user, TokenFamily? current, string? token)
    {
        var page = Admin.ListPage.Of([.. user.Sessions.Live(pool.Now)], limit: null, token);
        return new ListUserSessionsResponse([.. page.Items.Select(session => SessionDescriptionType.Of(session, session == current))], page.NextToken);
    }

    /// <exception cref="CognitoException"><c>ResourceNotFoundException</c> for a session that has ended or belongs to another user.</exception>
    public static TokenFamily Require(LocalUserPool pool, LocalUser user, string sessionId) =>
        user.Sessions.Live(pool.Now).FirstOrDefault(session => session.SessionId == sessionId) ?? throw CognitoException.ResourceNotFound("Session does not exist.");
}
