using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Protocol;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>An authenticator app of a user.</summary>
/// <param name="secret">What it shares with the pool, in Base32.</param>
/// <param name="friendlyDeviceName">What the user calls it.</param>
internal sealed class SoftwareToken(string secret, string? friendlyDeviceName)
{
    private long _lastStep = -1;

    public string Secret => secret;

    public string? FriendlyDeviceName => friendlyDeviceName;

    public static CognitoException NotFound() => new("SoftwareTokenMFANotFoundException", "Software token MFA has not been set up for the user.");

    public static CognitoException NotEnabled() => new("SoftwareTokenMFANotFoundException", "Software Token MFA has not been enabled by the userPool");

    /// <summary>Whether the app shows this code now, give or take a step. A code counts once, and none older than it after that (RFC 6238, 5.2).</summary>
    /// <exception cref="CognitoException"><c>ExpiredCodeException</c> for a code that was used.</exception>
    public bool Accepts(string code, DateTimeOffset now)
    {
        if (Totp.StepOf(secret, code, now) is not { } step)
            return false;
        if (step <= _lastStep)
            throw new CognitoException("ExpiredCodeException", "Your software token has already been used once.");
        _lastStep = step;
        return true;
    }
}
