using CognitoAuth.LocalCognito.Challenges;
using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Operations.Mfa;

internal sealed record AssociateSoftwareTokenRequest(string? AccessToken, string? Session);

internal sealed record AssociateSoftwareTokenResponse(string SecretCode, string? Session);

/// <summary>Hands out the secret of a new authenticator app. An app that is in use goes on until the new one is proven.</summary>
internal sealed class AssociateSoftwareToken : PublicOperation<AssociateSoftwareTokenRequest>
{
    protected override object Execute(LocalUserPool pool, AssociateSoftwareTokenRequest request)
    {
        if (!pool.Options.OffersMfa(SoftwareTokenMfa.ChallengeName))
            throw SoftwareToken.NotEnabled();
        var secret = Totp.NewSecret();
        if (SoftwareTokenCaller.IsSignedIn(request.AccessToken, request.Session))
        {
            pool.AccessTokens.Require(request.AccessToken!).Mfa.PendingSecret = secret;
            return new AssociateSoftwareTokenResponse(secret, Session: null);
        }

        // The session is not spent: a lost answer can be asked for again, with a new secret.
        var session = SoftwareTokenCaller.RequireSession(pool, request.Session);
        return new AssociateSoftwareTokenResponse(secret, pool.Sessions.Open(session.Continue(new MfaSetup.Progress(secret, IsVerified: false), pool.Now)));
    }
}

/// <summary>A user sets an authenticator app up signed in, or within the challenge <c>MFA_SETUP</c>.</summary>
internal static class SoftwareTokenCaller
{
    /// <exception cref="CognitoException"><c>InvalidParameterException</c> unless it is exactly one of the two.</exception>
    public static bool IsSignedIn(string? accessToken, string? session) => (accessToken, session) switch
    {
        (not null, null) => true,
        (null, not null) => false,
        _ => throw CognitoException.InvalidParameter("Exactly one of AccessToken and Session must be provided."),
    };

    /// <exception cref="CognitoException"><c>NotAuthorizedException</c> for a session that is none of this challenge, or whose user is gone or disabled.</exception>
    public static ChallengeSession RequireSession(LocalUserPool pool, string? token)
    {
        var session = pool.Sessions.Require(token, MfaSetup.ChallengeName, pool.Now);
        if (pool.Users.FindBySub(session.User.Sub) != session.User)
            throw CognitoException.InvalidSession();
        return session.User.IsEnabled ? session : throw CognitoException.UserDisabled();
    }
}
