using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.Infrastructure.Cognito;

/// <summary>
/// The app client's secrets. Cognito keeps two at a time for rotation. The secret that was last accepted is used; when Cognito refuses it, the next one is tried. So a secret can be rotated without a
/// restart.
/// </summary>
internal sealed class ClientSecrets(CognitoOptions options)
{
    private readonly Secret[] _secrets = [.. options.ClientSecrets.Select(secret => new Secret(secret))];
    private int _current;

    /// <summary>The number of secrets; 0 for a public client.</summary>
    public int Count => _secrets.Length;

    /// <summary>The secret to use now; <see langword="null"/> for a public client.</summary>
    public Secret? Current => Count == 0 ? null : _secrets[Volatile.Read(ref _current)];

    /// <summary>Switches from the secret that Cognito refused to the next, unless another call already did.</summary>
    public void UseNextAfter(Secret refused)
    {
        var index = Array.IndexOf(_secrets, refused);
        Interlocked.CompareExchange(ref _current, (index + 1) % _secrets.Length, index);
    }

    /// <summary><c>SECRET_HASH</c>: Base64(HMAC-SHA256(client secret, username + client id)) (<c>docs/cognito.md#secret-hash</c>); <see langword="null"/> for a public client.</summary>
    public static string? Hash(Secret? clientSecret, string username, string clientId) => clientSecret is null
        ? null
        : Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(clientSecret.Reveal()), Encoding.UTF8.GetBytes(username + clientId)));
}
