using CognitoAuth.LocalCognito.Codes;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>An authenticator app of a user.</summary>
/// <param name="secret">The secret that the app shares with the pool, in Base32.</param>
/// <param name="friendlyDeviceName">The name that the user gave the app.</param>
internal sealed class SoftwareToken(string secret, string? friendlyDeviceName)
{
    private long _lastStep = -1;

    public string Secret => secret;

    public string? FriendlyDeviceName => friendlyDeviceName;

    public static CognitoException NotFound() => new("SoftwareTokenMFANotFoundException", "Software token MFA has not been set up for the user.");

    public static CognitoException NotEnabled() => new("SoftwareTokenMFANotFoundException", "Software Token MFA has not been enabled by the userPool");

    /// <summary>Whether the app shows this code now; one step of clock drift is accepted. A code is accepted once, and older codes are not accepted after it (RFC 6238, 5.2).</summary>
    /// <exception cref="CognitoException"><c>ExpiredCodeException</c> for a code that was used.</exception>
    public bool Accepts(string code, DateTimeOffset now)
    {
        if (Totp.StepOf(secret, code, now) is not { } step) return false;
        if (step <= _lastStep) throw new CognitoException("ExpiredCodeException", "Your software token has already been used once.");
        _lastStep = step;
        return true;
    }
}
