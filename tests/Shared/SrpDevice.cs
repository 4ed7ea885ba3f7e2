using System.Security.Cryptography;
using System.Text.Json;

namespace CognitoAuth.Tests.Shared;

/// <summary>A device that was given keys: it makes itself a secret, and proves it. What a client keeps in its storage.</summary>
internal sealed class SrpDevice(string key, string groupKey)
{
    private readonly SrpClient _client = new();

    public string Key => key;

    /// <summary>Nobody types it: the device makes it and keeps it.</summary>
    public string Password { get; init; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(40));

    /// <summary><c>SRP_A</c>.</summary>
    public string A => _client.A;

    /// <summary>What is handed in once.</summary>
    public (string Salt, string PasswordVerifier) Verifier() => SrpClient.Verifier(groupKey, key, Password);

    /// <summary>What answers <c>DEVICE_PASSWORD_VERIFIER</c>, besides the user name and the key.</summary>
    public (string Name, string Value)[] Prove(JsonElement parameters, DateTimeOffset now) => _client.Prove(parameters, groupKey, key, Password, SrpClient.Timestamp(now));
}
