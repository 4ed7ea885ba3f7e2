using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.LocalCognito.Operations.Mfa;

/// <summary>Whether a factor is enabled, and whether it is preferred.</summary>
internal sealed record MfaSettingsType(bool? Enabled, bool? PreferredMfa);

/// <summary>Sets which second factors a user wants. A factor that is absent from the request does not change.</summary>
internal static class MfaPreference
{
    public static void Set(
        LocalUserPool pool, LocalUser user, MfaSettingsType? sms, MfaSettingsType? softwareToken, MfaSettingsType? email, MfaSettingsType? webAuthn)
    {
        if ((webAuthn?.Enabled ?? false) && pool.Options.WebAuthnConfiguration.FactorConfiguration is not FactorConfiguration.MultiFactorWithUserVerification)
        {
            throw CognitoException.InvalidParameter("WebAuthn MFA is not enabled for this user pool.");
        }
        (string Factor, MfaSettingsType? Settings)[] changes =
        [
            (SmsMfa.ChallengeName, sms), (SoftwareTokenMfa.ChallengeName, softwareToken), (EmailOtp.ChallengeName, email),
        ];
        if (changes.Count(change => change.Settings?.PreferredMfa ?? false) > 1) throw CognitoException.InvalidParameter("Only one MFA method can be preferred.");
        // All factors are validated before any is changed.
        foreach (var (factor, _) in changes.Where(change => change.Settings is { Enabled: true } or { PreferredMfa: true })) RequireSetUp(pool, user, factor);
        // Otherwise a lost passkey would lock its owner out.
        if ((webAuthn?.Enabled ?? false) && !changes.Any(change => change.Settings?.Enabled ?? user.Mfa.Enabled.Contains(change.Factor)))
        {
            throw CognitoException.InvalidParameter("WebAuthn MFA can't be the user's only MFA method.");
        }

        foreach (var (factor, settings) in changes)
        {
            if (settings is null) continue;
            if (settings.Enabled ?? false) user.Mfa.Enable(factor, settings.PreferredMfa ?? false);
            else user.Mfa.Disable(factor);
        }

        user.Mfa.IsPasskeyEnough = webAuthn?.Enabled ?? user.Mfa.IsPasskeyEnough;
        user.ModifiedAt = pool.Now;
    }

    /// <exception cref="CognitoException"><c>InvalidParameterException</c>: the pool does not offer the factor, or the user has no verified contact for it.</exception>
    public static void RequireSetUp(LocalUserPool pool, LocalUser user, string factor)
    {
        if (!pool.Options.OffersMfa(factor) || !ChallengeTable.SecondFactors.Any(known => known.Name == factor && known.IsSetUp(user)))
        {
            throw CognitoException.InvalidParameter($"User does not have delivery config set to turn on {factor}");
        }
    }
}
