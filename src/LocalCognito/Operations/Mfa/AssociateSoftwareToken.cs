using CognitoAuth.LocalCognito.Codes;

namespace CognitoAuth.LocalCognito.Operations.Mfa;

internal sealed record AssociateSoftwareTokenRequest(string? AccessToken, string? Session);

internal sealed record AssociateSoftwareTokenResponse(string SecretCode, string? Session);

/// <summary>Returns the secret of a new authenticator app. An existing app stays valid until the new one is verified.</summary>
internal sealed class AssociateSoftwareToken : PublicOperation<AssociateSoftwareTokenRequest>
{
    protected override object Execute(LocalUserPool pool, AssociateSoftwareTokenRequest request)
    {
        if (!pool.Options.OffersMfa(SoftwareTokenMfa.ChallengeName)) throw SoftwareToken.NotEnabled();
        var secret = Totp.NewSecret();
        if (SoftwareTokenCaller.IsSignedIn(request.AccessToken, request.Session))
        {
            pool.AccessTokens.Require(request.AccessToken!).Mfa.PendingSecret = secret;
            return new AssociateSoftwareTokenResponse(secret, Session: null);
        }

        // The session is not spent: after a lost response the client can repeat the call and receives a new secret.
        var session = SoftwareTokenCaller.RequireSession(pool, request.Session);
        return new AssociateSoftwareTokenResponse(secret, pool.Sessions.Open(session.Continue(new MfaSetup.Progress(secret, IsVerified: false), pool.Now)));
    }
}

/// <summary>The caller that sets an authenticator app up: a signed-in user, or a user within the challenge <c>MFA_SETUP</c>.</summary>
internal static class SoftwareTokenCaller
{
    /// <exception cref="CognitoException"><c>InvalidParameterException</c> unless exactly one of the two is present.</exception>
    public static bool IsSignedIn(string? accessToken, string? session) => (accessToken, session) switch
    {
        (not null, null) => true,
        (null, not null) => false,
        _ => throw CognitoException.InvalidParameter("Exactly one of AccessToken and Session must be provided."),
    };

    /// <exception cref="CognitoException"><c>NotAuthorizedException</c> for a session of another challenge, or whose user was deleted or disabled.</exception>
    public static ChallengeSession RequireSession(LocalUserPool pool, string? token)
    {
        var session = pool.Sessions.Require(token, MfaSetup.ChallengeName, pool.Now);
        if (pool.Users.FindBySub(session.User.Sub) != session.User) throw CognitoException.InvalidSession();
        return session.User.IsEnabled ? session : throw CognitoException.UserDisabled();
    }
}
