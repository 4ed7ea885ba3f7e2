using System.Security.Cryptography;

namespace CognitoAuth.LocalCognito.Tokens;

/// <summary>An RSA-2048 key and the id under which it is published.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);

    public SigningKey()
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        Modulus = parameters.Modulus!;
        Exponent = parameters.Exponent!;
        // 44 characters with a "=" at the end, like Cognito's.
        Id = Convert.ToBase64String(SHA256.HashData(Modulus));
    }

    public string Id { get; }

    public byte[] Modulus { get; }

    public byte[] Exponent { get; }

    public byte[] Sign(byte[] data) => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public bool Verify(byte[] data, byte[] signature) => _rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public void Dispose() => _rsa.Dispose();
}

/// <summary>The pool's keys: one signs ID tokens, another access tokens, and retired ones stay published until they are removed.</summary>
internal sealed class SigningKeys : IDisposable
{
    private readonly List<SigningKey> _published;

    public SigningKeys()
    {
        Id = new SigningKey();
        Access = new SigningKey();
        _published = [Id, Access];
    }

    public SigningKey Id { get; private set; }

    public SigningKey Access { get; private set; }

    public IReadOnlyList<SigningKey> Published => _published;

    public SigningKey? Find(string keyId) => _published.Find(key => key.Id == keyId);

    public void Rotate()
    {
        Id = new SigningKey();
        Access = new SigningKey();
        _published.AddRange([Id, Access]);
    }

    public void RemoveRetired()
    {
        foreach (var key in _published.Where(key => key != Id && key != Access))
            key.Dispose();
        _published.RemoveAll(key => key != Id && key != Access);
    }

    public void Dispose() => _published.ForEach(key => key.Dispose());
}
