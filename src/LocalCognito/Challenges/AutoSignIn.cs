using CognitoAuth.LocalCognito.AuthFlows;
using CognitoAuth.LocalCognito.Clients;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>
/// From sign-up to tokens without a second proof: the session of <c>SignUp</c> goes into <c>ConfirmSignUp</c>, and the session of that into
/// <c>USER_AUTH</c>. Neither answers a challenge.
/// </summary>
internal static class AutoSignIn
{
    private const string ToConfirm = "sign-up";
    private const string Confirmed = "confirmed sign-up";

    /// <returns>Null for a client that does not have <c>USER_AUTH</c>.</returns>
    public static string? Start(LocalUserPool pool, AppClient client, LocalUser user) => client.Allows(UserAuth.FlowName)
        ? pool.Sessions.Open(new ChallengeSession(user, client, IsAdministrative: false, user.Status == UserStatus.Unconfirmed ? ToConfirm : Confirmed, State: null, Expiry(pool, client)))
        : null;

    /// <summary>The session that a confirmation goes on with; null where it came without one.</summary>
    /// <exception cref="CognitoException"><c>NotAuthorizedException</c> for one that is not this sign-up's.</exception>
    public static ChallengeSession? Require(LocalUserPool pool, AppClient client, LocalUser user, string? session)
    {
        if (session is null)
            return null;
        var open = pool.Sessions.Require(session, client, ToConfirm, isAdministrative: false, pool.Now);
        return open.User == user ? open : throw CognitoException.InvalidSession();
    }

    public static string? Confirm(LocalUserPool pool, ChallengeSession? session)
    {
        if (session is null)
            return null;
        session.IsUsed = true;
        return pool.Sessions.Open(session with { Challenge = Confirmed, ExpiresAt = Expiry(pool, session.Client), IsUsed = false });
    }

    public static AuthenticationResponse Finish(string token, SignInAttempt attempt)
    {
        var session = attempt.Pool.Sessions.Require(token, attempt.Client, Confirmed, attempt.IsAdministrative, attempt.Pool.Now);
        if (session.User != attempt.User)
            throw CognitoException.InvalidSession();
        PasswordProof.RequireUsableState(attempt.User);
        var answer = SignInSteps.AfterFirstFactor(attempt);
        session.IsUsed = true;
        return answer;
    }

    private static DateTimeOffset Expiry(LocalUserPool pool, AppClient client) => pool.Now + client.Options.AuthSessionValidity;
}
