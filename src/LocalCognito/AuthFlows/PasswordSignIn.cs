using CognitoAuth.LocalCognito.Challenges;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.AuthFlows;

/// <summary>User name and password in clear, the same for users and for administrators.</summary>
internal static class PasswordSignIn
{
    public static AuthenticationResponse Start(AuthFlowStart start)
    {
        var (pool, client, _) = start;
        var username = start.Require("USERNAME");
        var password = start.Require("PASSWORD");
        client.RequireSecretHashAtSignIn(start.SecretHash, username);
        var user = pool.Users.Find(username)
            ?? throw (client.HidesUnknownUsers ? CognitoException.IncorrectCredentials() : CognitoException.UserNotFound());
        // The state is told before the password is looked at, as Cognito does.
        RequireUsableState(user);
        CheckPassword(pool, user, password);
        return SignInSteps.Next(pool, user, client);
    }

    private static void RequireUsableState(LocalUser user)
    {
        if (!user.IsEnabled)
            throw CognitoException.UserDisabled();
        if (user.Status == UserStatus.Unconfirmed)
            throw CognitoException.UserNotConfirmed();
        if (user.Status == UserStatus.ResetRequired)
            throw CognitoException.PasswordResetRequired();
    }

    private static void CheckPassword(LocalUserPool pool, LocalUser user, string password)
    {
        if (pool.Options.LockoutEnabled)
            user.Lockout.Enter(pool.Now);
        if (user.Password is null || !user.Password.Matches(password))
        {
            user.Lockout.Fail(pool.Now);
            throw CognitoException.IncorrectCredentials();
        }

        user.Lockout.Reset();
        if (pool.Now >= user.TemporaryPasswordExpiresAt)
            throw CognitoException.NotAuthorized("Temporary password has expired and must be reset by an administrator.");
    }
}
