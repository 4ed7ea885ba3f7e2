namespace CognitoAuth.Application.Flows.Mfa;

/// <summary>The Key URI that authenticator apps read from a QR code, with its defaults of SHA-1, 6 digits and 30 seconds, which Cognito uses.</summary>
internal static class OtpauthUri
{
    /// <summary>The URI. It contains the secret.</summary>
    /// <param name="issuer">The product's name, as the app shows it.</param>
    /// <param name="username">The account's name, as the app shows it.</param>
    /// <param name="secret">In Base32.</param>
    public static Secret Of(string issuer, string username, Secret secret)
    {
        var product = Uri.EscapeDataString(issuer);
        return new Secret($"otpauth://totp/{product}:{Uri.EscapeDataString(username)}?secret={secret.Reveal()}&issuer={product}");
    }
}
