using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>What holds for each way of proving a password: the account's state first, then the lockout, then the proof.</summary>
internal static class PasswordProof
{
    public static AuthenticationResponse Answer(SignInAttempt attempt, string password)
    {
        Require(attempt, () => attempt.User.Password?.Matches(password) ?? false);
        return SignInSteps.AfterPassword(attempt);
    }

    /// <exception cref="CognitoException"><c>NotAuthorizedException</c> for a wrong or locked password, and what <see cref="RequireUsableState"/> throws.</exception>
    public static void Require(SignInAttempt attempt, Func<bool> isRight)
    {
        var (pool, user) = (attempt.Pool, attempt.User);
        // The state is told before the password is looked at, as Cognito does.
        RequireUsableState(user);
        if (pool.Options.LockoutEnabled)
            user.Lockout.Enter(pool.Now);
        if (!isRight() || user.IsInvented)
        {
            user.Lockout.Fail(pool.Now);
            throw CognitoException.IncorrectCredentials();
        }

        user.Lockout.Reset();
        if (pool.Now >= user.TemporaryPasswordExpiresAt)
            throw CognitoException.NotAuthorized("Temporary password has expired and must be reset by an administrator.");
    }

    public static void RequireUsableState(LocalUser user)
    {
        if (!user.IsEnabled)
            throw CognitoException.UserDisabled();
        if (user.Status == UserStatus.Unconfirmed)
            throw CognitoException.UserNotConfirmed();
        if (user.Status == UserStatus.ResetRequired)
            throw CognitoException.PasswordResetRequired();
    }
}
