using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Triggers;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>What comes after a proven factor: the next challenge, or tokens. The order of challenges is read here.</summary>
internal static class SignInSteps
{
    /// <summary>After the password, whichever way it was proven.</summary>
    public static AuthenticationResponse AfterPassword(SignInAttempt attempt) => attempt.User.Status switch
    {
        UserStatus.ForceChangePassword => NewPasswordRequired.Open(attempt),
        _ => AfterFirstFactor(attempt),
    };

    /// <summary>A remembered device can stand for the second factor. It has to be proven all the same, like every device that the client names.</summary>
    public static AuthenticationResponse AfterFirstFactor(SignInAttempt attempt) =>
        attempt.Device is { Device.IsRemembered: true } && attempt.Pool.Options.DeviceConfiguration is { ChallengeRequiredOnNewDevice: true }
            ? DeviceSrpAuth.Open(attempt)
            : SecondFactors.Challenge(attempt) ?? Finish(attempt);

    /// <summary>After the last factor: the proof of the device, where the client named one, then tokens.</summary>
    public static AuthenticationResponse Finish(SignInAttempt attempt)
    {
        if (attempt.Device is { IsProven: false })
            return DeviceSrpAuth.Open(attempt);
        var pool = attempt.Pool;
        TriggerCall.Run("PostAuthentication", pool.Triggers.PostAuthentication, new PostAuthenticationRequest(attempt.Context("PostAuthentication_Authentication")));
        var customization = pool.Tokens.Customize(attempt.TokenTriggerSource, attempt.User, attempt.Client, attempt.ClientMetadata);
        return AuthenticationResponse.Tokens(pool.Tokens.SignIn(attempt.User, attempt.Client, attempt.Device?.Device, customization));
    }
}
