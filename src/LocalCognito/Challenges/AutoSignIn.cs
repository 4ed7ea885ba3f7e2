using CognitoAuth.LocalCognito.AuthFlows;
using CognitoAuth.LocalCognito.Clients;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>
/// Signs a new user in without another proof. The client passes the session of <c>SignUp</c> to <c>ConfirmSignUp</c>, and the session of that to
/// <c>USER_AUTH</c>. Neither session answers a challenge.
/// </summary>
internal static class AutoSignIn
{
    private const string ToConfirm = "sign-up";
    private const string Confirmed = "confirmed sign-up";

    /// <returns>Null for a client without <c>USER_AUTH</c>.</returns>
    public static string? Start(LocalUserPool pool, AppClient client, LocalUser user) => client.Allows(UserAuth.FlowName)
        ? pool.Sessions.Open(new ChallengeSession(user, client, IsAdministrative: false, user.Status == UserStatus.Unconfirmed ? ToConfirm : Confirmed, State: null, Expiry(pool, client)))
        : null;

    /// <summary>The session that a confirmation continues; null when the request has none.</summary>
    /// <exception cref="CognitoException"><c>NotAuthorizedException</c> for a session of another sign-up.</exception>
    public static ChallengeSession? Require(LocalUserPool pool, AppClient client, LocalUser user, string? session)
    {
        if (session is null) return null;
        var open = pool.Sessions.Require(session, client, ToConfirm, isAdministrative: false, pool.Now);
        return open.User == user ? open : throw CognitoException.InvalidSession();
    }

    public static string? Confirm(LocalUserPool pool, ChallengeSession? session)
    {
        if (session is null) return null;
        session.IsUsed = true;
        return pool.Sessions.Open(session with { Challenge = Confirmed, ExpiresAt = Expiry(pool, session.Client), IsUsed = false });
    }

    public static AuthenticationResponse Finish(string token, SignInAttempt attempt)
    {
        var session = attempt.Pool.Sessions.Require(token, attempt.Client, Confirmed, attempt.IsAdministrative, attempt.Pool.Now);
        if (session.User != attempt.User) throw CognitoException.InvalidSession();
        PasswordProof.RequireUsableState(attempt.User);
        var answer = SignInSteps.AfterFirstFactor(attempt);
        session.IsUsed = true;
        return answer;
    }

    private static DateTimeOffset Expiry(LocalUserPool pool, AppClient client) => pool.Now + client.Options.AuthSessionValidity;
}
