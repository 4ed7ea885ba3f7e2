using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace CognitoAuth.LocalCognito.Tokens;

/// <summary>An RSA-2048 key and its published id.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);

    public SigningKey()
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        Modulus = parameters.Modulus!;
        Exponent = parameters.Exponent!;
        // 44 characters that end with "=", like Cognito's.
        Id = Convert.ToBase64String(SHA256.HashData(Modulus));
    }

    public string Id { get; }

    public byte[] Modulus { get; }

    public byte[] Exponent { get; }

    public byte[] Sign(byte[] data) => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public bool Verify(byte[] data, byte[] signature) => _rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public void Dispose() => _rsa.Dispose();
}

/// <summary>
/// The pool's keys: one signs ID tokens, another access tokens. Retired keys stay published until they are removed.
/// Keys are created on first use, because two RSA keys cost more than the rest of a pool's start. For the same reason the next pool of the process reuses the published keys of a disposed pool;
/// two pools never share a key at the same time.
/// </summary>
internal sealed class SigningKeys : IDisposable
{
    private static readonly ConcurrentBag<SigningKey> Spare = [];

    // The last two keys are in use: ID tokens, access tokens.
    private readonly List<SigningKey> _published = [];

    public SigningKey Id => Published[^2];

    public SigningKey Access => Published[^1];

    public IReadOnlyList<SigningKey> Published
    {
        get
        {
            if (_published.Count == 0) Rotate();
            return _published;
        }
    }

    public SigningKey? Find(string keyId) => _published.Find(key => key.Id == keyId);

    public void Rotate() => _published.AddRange([Unused(), Unused()]);

    public void RemoveRetired()
    {
        var retired = _published.SkipLast(2).ToList();
        retired.ForEach(key => key.Dispose());
        _published.RemoveAll(retired.Contains);
    }

    // Removed keys are not reused: RemoveRetired disposes of them.
    public void Dispose()
    {
        _published.ForEach(Spare.Add);
        _published.Clear();
    }

    private static SigningKey Unused() => Spare.TryTake(out var key) ? key : new();
}
