using System.Security.Cryptography;
using System.Text.Json;

namespace CognitoAuth.Tests.Shared;

/// <summary>A device with keys of the pool, as a client stores it. It creates a secret and proves it.</summary>
internal sealed class SrpDevice(string key, string groupKey)
{
    private readonly SrpClient _client = new();

    public string Key => key;

    /// <summary>A random secret that the device creates and stores.</summary>
    public string Password { get; init; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(40));

    /// <summary><c>SRP_A</c>.</summary>
    public string A => _client.A;

    /// <summary>What the device sends when it is confirmed.</summary>
    public (string Salt, string PasswordVerifier) Verifier() => SrpClient.Verifier(groupKey, key, Password);

    /// <summary>The answer to <c>DEVICE_PASSWORD_VERIFIER</c>, without the user name and the key.</summary>
    public (string Name, string Value)[] Prove(JsonElement parameters, DateTimeOffset now) => _client.Prove(parameters, groupKey, key, Password, SrpClient.Timestamp(now));
}
