using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>The contact to which a message is sent.</summary>
internal sealed record CodeDelivery(string AttributeName, string Destination)
{
    public string Medium => MediumOf(AttributeName);

    public CodeDeliveryDetailsType Details => new(Mask(Destination), Medium, AttributeName);

    /// <summary>The e-mail address if <paramref name="isUsable"/> accepts it, otherwise the phone number.</summary>
    public static CodeDelivery? To(LocalUser user, Func<string, bool> isUsable)
    {
        foreach (var attribute in (string[])[UserAttributes.Email, UserAttributes.PhoneNumber])
        {
            if (user.Attribute(attribute) is { } destination && isUsable(attribute)) return new CodeDelivery(attribute, destination);
        }

        return null;
    }

    /// <summary>The response for a user that does not exist: simulated, and always the same for the same name.</summary>
    public static CodeDeliveryDetailsType Simulated(string username, byte[] poolKey, string attributeName = UserAttributes.Email)
    {
        var digest = HMACSHA256.HashData(poolKey, Encoding.UTF8.GetBytes(username.ToUpperInvariant()));
        var destination = attributeName == UserAttributes.PhoneNumber
            ? $"+*******{(digest[0] << 8 | digest[1]) % 10_000:0000}"
            : $"{(char)('a' + (digest[0] % 26))}***@{(char)('a' + (digest[1] % 26))}***";
        return new CodeDeliveryDetailsType(destination, MediumOf(attributeName), attributeName);
    }

    private static string MediumOf(string attributeName) => attributeName == UserAttributes.PhoneNumber ? "SMS" : "EMAIL";

    private static string Mask(string destination)
    {
        if (destination.Split('@') is [{ Length: > 0 } name, { Length: > 0 } host]) return $"{name[0]}***@{host[0]}***";
        var visible = Math.Max(destination.Length - 4, 1);
        return "+" + new string('*', visible - 1) + destination[visible..];
    }
}
