namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>The checks of every password proof: first the account's state, then the lockout, then the password.</summary>
internal static class PasswordProof
{
    public static AuthenticationResponse Answer(SignInAttempt attempt, string password)
    {
        Require(attempt, () => attempt.User.Password?.Matches(password) ?? false);
        return SignInSteps.AfterPassword(attempt);
    }

    /// <exception cref="CognitoException"><c>NotAuthorizedException</c> for a wrong or locked password; also the exceptions of <see cref="RequireUsableState"/>.</exception>
    public static void Require(SignInAttempt attempt, Func<bool> isRight)
    {
        var (pool, user) = (attempt.Pool, attempt.User);
        // Like Cognito, report the state before verifying the password.
        RequireUsableState(user);
        if (pool.Options.LockoutEnabled) user.Lockout.RequireUnlocked(pool.Now);
        if (!isRight() || user.IsSimulated)
        {
            user.Lockout.Fail(pool.Now);
            throw CognitoException.IncorrectCredentials();
        }

        user.Lockout.Reset();
        if (pool.Now >= user.TemporaryPasswordExpiresAt) throw CognitoException.NotAuthorized("Temporary password has expired and must be reset by an administrator.");
    }

    public static void RequireUsableState(LocalUser user)
    {
        if (!user.IsEnabled) throw CognitoException.UserDisabled();
        if (user.Status == UserStatus.Unconfirmed) throw CognitoException.UserNotConfirmed();
        if (user.Status == UserStatus.ResetRequired) throw CognitoException.PasswordResetRequired();
    }
}
