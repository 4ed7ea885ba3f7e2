using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CognitoAuth.Tests.Shared;

/// <summary>
/// A software authenticator together with its browser (WebAuthn level 3): it creates passkeys and signs in with them. It shares no code with the pool. A test can falsify one
/// detail of its responses: <see cref="Forgery"/>.
/// </summary>
public sealed class PasskeyDevice : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasAttestedCredential = 0x40;

    private readonly PasskeyKey _key;
    private uint _signCount;

    /// <param name="algorithm">The algorithm of the device's only key.</param>
    /// <param name="attestation">The attestation of a new passkey.</param>
    public PasskeyDevice(PasskeyAlgorithm algorithm = PasskeyAlgorithm.ES256, PasskeyAttestation attestation = PasskeyAttestation.None) =>
        (_key, Attestation) = (PasskeyKey.Create(algorithm), attestation);

    /// <summary>The origin of the page that uses the passkey.</summary>
    public string Origin { get; init; } = "http://localhost:5080";

    /// <summary>Whether it can verify its owner.</summary>
    public bool VerifiesUser { get; init; } = true;

    /// <summary>Whether it counts its signatures.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>The passkey's id.</summary>
    public byte[] CredentialId { get; private set; } = RandomNumberGenerator.GetBytes(20);

    /// <summary>The passkey's id as text.</summary>
    public string Id => Base64Url.EncodeToString(CredentialId);

    /// <summary>The user handle of the passkey.</summary>
    public byte[] UserHandle { get; private set; } = [];

    private PasskeyAttestation Attestation { get; }

    /// <summary>The result of <c>navigator.credentials.create</c>, as JSON.</summary>
    public JsonElement Create(JsonElement options, Forgery? forgery = null)
    {
        forgery ??= Forgery.None;
        UserHandle = Base64Url.DecodeFromChars(Text(options.GetProperty("user"), "id"));
        var clientData = ClientData("webauthn.create", options, forgery);
        var data = AuthenticatorData(forgery.RelyingPartyId ?? Text(options.GetProperty("rp"), "id"), HasAttestedCredential, forgery, _key);
        return Credential(forgery, new
        {
            clientDataJSON = Base64Url.EncodeToString(clientData),
            attestationObject = Base64Url.EncodeToString(AttestationObject(data, clientData, forgery)),
            transports = (string[])["internal", "a-transport-of-the-future"],
        });
    }

    /// <summary>The result of <c>navigator.credentials.get</c>, as JSON.</summary>
    public JsonElement Get(JsonElement options, Forgery? forgery = null)
    {
        forgery ??= Forgery.None;
        if (Counts) _signCount++;
        var clientData = ClientData("webauthn.get", options, forgery);
        var data = AuthenticatorData(forgery.RelyingPartyId ?? Text(options, "rpId"), 0, forgery, newKey: null);
        return Credential(forgery, new
        {
            clientDataJSON = Base64Url.EncodeToString(clientData),
            authenticatorData = Base64Url.EncodeToString(data),
            signature = Base64Url.EncodeToString(Sign(data, clientData, forgery)),
            userHandle = Base64Url.EncodeToString(forgery.UserHandle ?? UserHandle),
        });
    }

    /// <summary>Uses the id of another passkey from now on, like a forged copy with another key.</summary>
    public PasskeyDevice Impersonating(PasskeyDevice other)
    {
        (CredentialId, UserHandle) = (other.CredentialId, other.UserHandle);
        return this;
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private byte[] ClientData(string type, JsonElement options, Forgery forgery) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = forgery.Type ?? type,
        challenge = forgery.Challenge ?? Text(options, "challenge"),
        origin = forgery.Origin ?? Origin,
        crossOrigin = forgery.CrossOrigin,
    });

    private byte[] AuthenticatorData(string relyingPartyId, byte flags, Forgery forgery, PasskeyKey? newKey)
    {
        flags |= (byte)(UserPresent | (VerifiesUser ? UserVerified : 0));
        using var data = new MemoryStream();
        data.Write(SHA256.HashData(Encoding.UTF8.GetBytes(relyingPartyId)));
        data.WriteByte((byte)(flags & ~forgery.FlagsLeftOut));
        var number = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(number, forgery.SignCount ?? _signCount);
        data.Write(number);
        if (newKey is null) return data.ToArray();

        data.Write(new byte[16]); // AAGUID: no particular model
        BinaryPrimitives.WriteUInt16BigEndian(number, (ushort)CredentialId.Length);
        data.Write(number, 0, sizeof(ushort));
        data.Write(CredentialId);
        data.Write(newKey.Cose());
        return data.ToArray();
    }

    private byte[] AttestationObject(byte[] authenticatorData, byte[] clientData, Forgery forgery)
    {
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(3);
        writer.WriteTextString("fmt");
        writer.WriteTextString(forgery.Format ?? (Attestation is PasskeyAttestation.PackedSelf ? "packed" : "none"));
        writer.WriteTextString("attStmt");
        if (Attestation is PasskeyAttestation.PackedSelf)
        {
            writer.WriteStartMap(2);
            writer.WriteTextString("alg");
            writer.WriteInt32(forgery.StatedAlgorithm ?? (int)_key.Algorithm);
            writer.WriteTextString("sig");
            writer.WriteByteString(Sign(authenticatorData, clientData, forgery));
        }
        else
        {
            writer.WriteStartMap(0);
        }

        writer.WriteEndMap();
        writer.WriteTextString("authData");
        writer.WriteByteString(authenticatorData);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private byte[] Sign(byte[] authenticatorData, byte[] clientData, Forgery forgery)
    {
        var signature = _key.Sign([.. authenticatorData, .. SHA256.HashData(clientData)]);
        if (forgery.BreaksSignature) signature[^1] ^= 1;
        return signature;
    }

    private JsonElement Credential(Forgery forgery, object response)
    {
        var id = Base64Url.EncodeToString(forgery.CredentialId ?? CredentialId);
        return JsonSerializer.SerializeToElement(new
        {
            id,
            rawId = forgery.RawId ?? id,
            type = "public-key",
            authenticatorAttachment = "platform",
            clientExtensionResults = new { },
            response,
        });
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;
}

/// <summary>One falsified detail of a device's response.</summary>
public sealed record Forgery
{
    /// <summary>Nothing is falsified.</summary>
    public static readonly Forgery None = new();

    /// <summary>Instead of <c>webauthn.create</c> or <c>webauthn.get</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Instead of the challenge, in Base64url.</summary>
    public string? Challenge { get; init; }

    /// <summary>Instead of the page's origin.</summary>
    public string? Origin { get; init; }

    /// <summary>Whether the page was in a frame of another site.</summary>
    public bool CrossOrigin { get; init; }

    /// <summary>The domain that the device signs for.</summary>
    public string? RelyingPartyId { get; init; }

    /// <summary>Flags of the authenticator data that are left out: 1 user present, 4 user verified, 64 attested credential data.</summary>
    public byte FlagsLeftOut { get; init; }

    /// <summary>Instead of the signature counter.</summary>
    public uint? SignCount { get; init; }

    /// <summary>Whether the last bit of the signature is flipped.</summary>
    public bool BreaksSignature { get; init; }

    /// <summary>Instead of the passkey's id.</summary>
    public byte[]? CredentialId { get; init; }

    /// <summary>Instead of the passkey's id, in the member <c>rawId</c>.</summary>
    public string? RawId { get; init; }

    /// <summary>Instead of the user's handle.</summary>
    public byte[]? UserHandle { get; init; }

    /// <summary>The attestation statement format.</summary>
    public string? Format { get; init; }

    /// <summary>The algorithm that an attestation names.</summary>
    public int? StatedAlgorithm { get; init; }
}

/// <summary>Signature algorithms by their COSE numbers.</summary>
public enum PasskeyAlgorithm
{
    /// <summary>ECDSA on P-256 with SHA-256.</summary>
    ES256 = -7,

    /// <summary>Ed25519: a real algorithm that Cognito does not accept.</summary>
    EdDSA = -8,

    /// <summary>ECDSA on P-384 with SHA-384: a real algorithm that Cognito does not accept.</summary>
    ES384 = -35,

    /// <summary>RSA PKCS #1 v1.5 with SHA-256.</summary>
    RS256 = -257,
}

/// <summary>The attestation of a new passkey.</summary>
public enum PasskeyAttestation
{
    /// <summary>No attestation.</summary>
    None,

    /// <summary>The device proves that it has the private key (packed self-attestation, WebAuthn level 3, 8.2).</summary>
    PackedSelf,
}

/// <summary>A passkey's key pair.</summary>
internal abstract class PasskeyKey : IDisposable
{
    public abstract PasskeyAlgorithm Algorithm { get; }

    public static PasskeyKey Create(PasskeyAlgorithm algorithm) => algorithm switch
    {
        PasskeyAlgorithm.RS256 => new RsaKey(),
        PasskeyAlgorithm.EdDSA => new EdwardsKey(),
        PasskeyAlgorithm.ES384 => new EllipticKey(algorithm, ECCurve.NamedCurves.nistP384, curve: 2, HashAlgorithmName.SHA384),
        _ => new EllipticKey(algorithm, ECCurve.NamedCurves.nistP256, curve: 1, HashAlgorithmName.SHA256),
    };

    /// <summary>The public key as a COSE structure (RFC 9053).</summary>
    public byte[] Cose()
    {
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        Write(writer);
        return writer.Encode();
    }

    public abstract byte[] Sign(byte[] data);

    public abstract void Dispose();

    protected abstract void Write(CborWriter writer);

    private sealed class EllipticKey(PasskeyAlgorithm algorithm, ECCurve namedCurve, int curve, HashAlgorithmName hash) : PasskeyKey
    {
        private readonly ECDsa _key = ECDsa.Create(namedCurve);

        public override PasskeyAlgorithm Algorithm => algorithm;

        public override byte[] Sign(byte[] data) => _key.SignData(data, hash, DSASignatureFormat.Rfc3279DerSequence);

        public override void Dispose() => _key.Dispose();

        protected override void Write(CborWriter writer)
        {
            var point = _key.ExportParameters(includePrivateParameters: false).Q;
            writer.WriteStartMap(5);
            Number(writer, 1, 2);
            Number(writer, 3, (int)algorithm);
            Number(writer, -1, curve);
            Bytes(writer, -2, point.X!);
            Bytes(writer, -3, point.Y!);
            writer.WriteEndMap();
        }
    }

    /// <summary>The public key of the first test in RFC 8032, 7.1: .NET has no Ed25519, so it cannot sign.</summary>
    private sealed class EdwardsKey : PasskeyKey
    {
        public override PasskeyAlgorithm Algorithm => PasskeyAlgorithm.EdDSA;

        public override byte[] Sign(byte[] data) => throw new NotSupportedException();

        public override void Dispose()
        {
            // Nothing to release.
        }

        protected override void Write(CborWriter writer)
        {
            writer.WriteStartMap(4);
            Number(writer, 1, 1);
            Number(writer, 3, (int)Algorithm);
            Number(writer, -1, 6);
            Bytes(writer, -2, Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
            writer.WriteEndMap();
        }
    }

    private sealed class RsaKey : PasskeyKey
    {
        private readonly RSA _key = RSA.Create(2048);

        public override PasskeyAlgorithm Algorithm => PasskeyAlgorithm.RS256;

        public override byte[] Sign(byte[] data) => _key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        public override void Dispose() => _key.Dispose();

        protected override void Write(CborWriter writer)
        {
            var key = _key.ExportParameters(includePrivateParameters: false);
            writer.WriteStartMap(4);
            Number(writer, 1, 3);
            Number(writer, 3, (int)PasskeyAlgorithm.RS256);
            Bytes(writer, -1, key.Modulus!);
            Bytes(writer, -2, key.Exponent!);
            writer.WriteEndMap();
        }
    }

    private static void Number(CborWriter writer, int name, int value)
    {
        writer.WriteInt32(name);
        writer.WriteInt32(value);
    }

    private static void Bytes(CborWriter writer, int name, byte[] value)
    {
        writer.WriteInt32(name);
        writer.WriteByteString(value);
    }
}
