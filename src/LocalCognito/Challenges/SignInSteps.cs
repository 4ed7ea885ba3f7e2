namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>The next step after a verified factor: another challenge or tokens. This class defines the order of challenges.</summary>
internal static class SignInSteps
{
    /// <summary>The step after the password, for every kind of proof.</summary>
    public static AuthenticationResponse AfterPassword(SignInAttempt attempt) => attempt.User.Status switch
    {
        UserStatus.ForceChangePassword => NewPasswordRequired.Open(attempt),
        _ => AfterFirstFactor(attempt),
    };

    /// <summary>The step after the first factor. A remembered device can replace the second factor. Like every named device, it must be verified.</summary>
    public static AuthenticationResponse AfterFirstFactor(SignInAttempt attempt) =>
        attempt.Device is { Device.IsRemembered: true } && attempt.Pool.Options.DeviceConfiguration is { ChallengeRequiredOnNewDevice: true }
            ? DeviceSrpAuth.Open(attempt)
            : SecondFactors.Challenge(attempt) ?? Finish(attempt);

    /// <summary>The step after the last factor: the proof of the device, if the client named one, then tokens.</summary>
    public static AuthenticationResponse Finish(SignInAttempt attempt)
    {
        if (attempt.Device is { IsProven: false }) return DeviceSrpAuth.Open(attempt);
        var pool = attempt.Pool;
        TriggerCall.Run("PostAuthentication", pool.Triggers.PostAuthentication, new PostAuthenticationRequest(attempt.Context("PostAuthentication_Authentication")));
        var customization = pool.Tokens.Customize(attempt.TokenTriggerSource, attempt.User, attempt.Client, attempt.ClientMetadata);
        return AuthenticationResponse.Tokens(pool.Tokens.SignIn(attempt.User, attempt.Client, attempt.Device?.Device, customization));
    }
}
