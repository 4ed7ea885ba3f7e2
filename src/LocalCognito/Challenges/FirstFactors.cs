using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>The first factors that <c>USER_AUTH</c> offers: those that the pool allows and the user has.</summary>
internal static class FirstFactors
{
    public static List<IFirstFactor> Available(SignInAttempt attempt)
    {
        var (pool, user) = (attempt.Pool, attempt.User);
        return [.. Allowed(pool).Where(factor => factor.IsAvailable(user) && (IsPassword(factor) || CanDoWithoutPassword(pool, user, factor)))];
    }

    public static List<IFirstFactor> Allowed(LocalUserPool pool) =>
        [.. ChallengeTable.FirstFactors.Where(factor => pool.Options.AllowsFirstFactor(factor.AuthFactor) && factor.IsOffered(pool))];

    private static bool IsPassword(IFirstFactor factor) => factor.AuthFactor == PasswordChallenge.ChallengeName;

    // A temporary password must be replaced first. A user with MFA needs a password first, or a passkey that counts as both factors.
    private static bool CanDoWithoutPassword(LocalUserPool pool, LocalUser user, IFirstFactor factor) =>
        user.Status != UserStatus.ForceChangePassword
        && (factor.ReplacesMfa(pool, user) || (pool.Options.MfaConfiguration != MfaConfiguration.On && SecondFactors.Usable(pool, user).Count == 0));
}
