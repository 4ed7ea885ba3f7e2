namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A code of the user's authenticator app, as the second factor.</summary>
internal sealed class SoftwareTokenMfa : ISecondFactor
{
    public const string ChallengeName = "SOFTWARE_TOKEN_MFA";

    public string Name => ChallengeName;

    public bool IsSetUp(LocalUser user) => user.Mfa.SoftwareToken is not null;

    public AuthenticationResponse OpenAsSecond(SignInAttempt attempt) => attempt.Challenge(
        ChallengeName,
        attempt.User.Mfa.SoftwareToken?.FriendlyDeviceName is { } device
            ? new Dictionary<string, string>(StringComparer.Ordinal) { ["FRIENDLY_DEVICE_NAME"] = device }
            : null);

    public AuthenticationResponse Answer(ChallengeAnswer answer)
    {
        var code = answer.Require($"{ChallengeName}_CODE");
        // The user can have removed the app after the challenge was issued.
        var token = answer.User.Mfa.SoftwareToken ?? throw SoftwareToken.NotFound();
        if (!token.Accepts(code, answer.Pool.Now)) throw new CognitoException("CodeMismatchException", "Invalid code received for user");
        return SignInSteps.Finish(answer.Attempt);
    }
}
