using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>What <c>USER_AUTH</c> offers: what the pool allows and the user has.</summary>
internal static class FirstFactors
{
    public static List<IFirstFactor> Available(SignInAttempt attempt)
    {
        var (pool, user) = (attempt.Pool, attempt.User);
        return [.. Allowed(pool).Where(factor => factor.IsAvailable(user) && (IsPassword(factor) || CanDoWithoutPassword(pool, user)))];
    }

    public static List<IFirstFactor> Allowed(LocalUserPool pool) =>
        [.. ChallengeTable.FirstFactors.Where(factor => pool.Options.AllowsFirstFactor(factor.AuthFactor))];

    private static bool IsPassword(IFirstFactor factor) => factor.AuthFactor == PasswordChallenge.ChallengeName;

    // A temporary password must be replaced first, and a second factor needs a password before it.
    private static bool CanDoWithoutPassword(LocalUserPool pool, LocalUser user) =>
        user.Status != UserStatus.ForceChangePassword && pool.Options.MfaConfiguration != MfaConfiguration.On && SecondFactors.Usable(pool, user).Count == 0;
}
