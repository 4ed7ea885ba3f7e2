using System.Security.Cryptography;
using System.Text;
using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.LocalCognito.Clients;

/// <summary>An app client of the pool. It verifies that a request comes from the client.</summary>
internal sealed class AppClient
{
    /// <summary>The only flow of a machine client.</summary>
    public const string ClientTokenFlow = "ALLOW_CLIENT_TOKEN_AUTH";

    private readonly List<string> _secrets;

    public AppClient(AppClientOptions options)
    {
        Options = options;
        _secrets = [.. options.ClientSecrets];
        if (options.GenerateSecret && _secrets.Count == 0) _secrets.Add(RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 51));
    }

    public AppClientOptions Options { get; }

    public string Id => Options.ClientId;

    public IReadOnlyList<string> Secrets => _secrets;

    public bool HidesUnknownUsers => Options.PreventUserExistenceErrors == ExistenceErrors.Enabled;

    public bool IsMachine => Options.ExplicitAuthFlows is [ClientTokenFlow];

    public bool Allows(string authFlow) =>
        Options.ExplicitAuthFlows.Count == 0 || Options.ExplicitAuthFlows.Contains($"ALLOW_{authFlow}", StringComparer.Ordinal);

    /// <summary>Checks <c>SECRET_HASH</c> = Base64(HMAC-SHA256(secret, user name + client id)) (<c>docs/cognito.md#secret-hash</c>).</summary>
    public void RequireSecretHash(string? hash, string username)
    {
        if (!MatchesSecretHash(hash, username)) throw CognitoException.NotAuthorized($"Unable to verify secret hash for client {Id}");
    }

    /// <summary>Like <see cref="RequireSecretHash"/>, with Cognito's message for a sign-in without a hash.</summary>
    public void RequireSecretHashAtSignIn(string? hash, string username)
    {
        if (_secrets.Count > 0 && hash is null) throw CognitoException.NotAuthorized($"Client {Id} is configured with secret but SECRET_HASH was not received");
        RequireSecretHash(hash, username);
    }

    /// <summary>For a client without a secret a hash must be absent: Cognito cannot verify a hash and refuses the request.</summary>
    public bool MatchesSecretHash(string? hash, string username) => _secrets.Count == 0
        ? hash is null
        : hash is not null && _secrets.Exists(secret => FixedTimeEquals(SecretHash(secret, username), hash));

    /// <summary>For operations that receive the secret instead of a hash.</summary>
    public bool MatchesSecret(string? secret) => _secrets.Count == 0
        ? secret is null
        : secret is not null && _secrets.Exists(known => FixedTimeEquals(known, secret));

    private string SecretHash(string secret, string username) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(username + Id)));

    private static bool FixedTimeEquals(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
