using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>Chooses the second factor of a sign-in: the user's preference among the factors that the pool offers.</summary>
internal static class SecondFactors
{
    /// <returns>Null when the first factor is enough.</returns>
    public static AuthenticationResponse? Challenge(SignInAttempt attempt)
    {
        var (pool, user) = (attempt.Pool, attempt.User);
        if (pool.Options.MfaConfiguration == MfaConfiguration.Off) return null;
        var usable = Usable(pool, user);
        if (usable.Find(factor => factor.Name == user.Mfa.Preferred) is { } preferred) return preferred.OpenAsSecond(attempt);
        return usable switch
        {
            [var only] => only.OpenAsSecond(attempt),
            [_, ..] => SelectMfaType.Open(attempt, usable),
            [] when pool.Options.MfaConfiguration == MfaConfiguration.Optional => null,
            // When the pool requires a second factor, a phone number counts as one even if the user did not enable it.
            [] when pool.Options.OffersMfa(SmsMfa.ChallengeName) && user.Attribute(UserAttributes.PhoneNumber) is not null => new SmsMfa().OpenAsSecond(attempt),
            [] => MfaSetup.Open(attempt),
        };
    }

    /// <summary>The user's enabled factors that can be used now.</summary>
    public static List<ISecondFactor> Usable(LocalUserPool pool, LocalUser user) =>
        [.. ChallengeTable.SecondFactors.Where(factor => user.Mfa.Enabled.Contains(factor.Name) && pool.Options.OffersMfa(factor.Name) && factor.IsSetUp(user))];
}
