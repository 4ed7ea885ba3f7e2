using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>
/// Verifies access tokens: form, key, signature, rules, in this order. Each step sees only what the steps before it let through. Of a text that was verified before, only the key's trust and the times
/// are checked.
/// </summary>
internal sealed class AccessTokenVerifier(SigningKeys keys, VerifiedTokens verified, TokenSettings settings, TimeProvider time, TokenMetrics metrics) : IAccessTokenVerifier
{
    private readonly TokenRules _rules = new(settings);

    public ValueTask<Result<VerifiedToken>> Verify(Secret token, bool acceptExpired = false, CancellationToken cancellationToken = default)
    {
        var text = token.RevealSpan();
        // A text without a hash is refused as malformed, so nothing is remembered for it.
        TokenHash hash = default;
        var mayBeToken = text.Length <= CompactToken.MaxLength && TokenHash.TryOf(text, out hash);
        if (mayBeToken && verified.TryFind(hash, out var entry) && keys.TryFind(entry.Key.KeyId, out var key) && key == entry.Key)
        {
            metrics.LookedUp(hit: true);
            return new(VerifyAgain(entry, acceptExpired));
        }

        metrics.LookedUp(hit: false);
        return VerifyNew(token.Reveal(), hash, acceptExpired, cancellationToken);
    }

    private Result<VerifiedToken> VerifyAgain(VerifiedEntry entry, bool acceptExpired)
    {
        if (TokenRules.RefuseNow(entry.Token, entry.NotBefore, time.GetUtcNow(), acceptExpired) is { } refusal) return Counted(Refused(refusal));

        metrics.Accepted();
        return entry.Result;
    }

    private async ValueTask<Result<VerifiedToken>> VerifyNew(string text, TokenHash hash, bool acceptExpired, CancellationToken cancellationToken)
    {
        if (Read(text, out var keyId, out var claims) is { } malformed) return Counted(Refused(malformed));

        if (!keys.TryFind(keyId, out var key))
        {
            var found = await keys.Find(keyId, cancellationToken);
            if (found.IsFailure(out var error, out key)) return Counted(error);
        }

        var now = time.GetUtcNow();
        var refusal = CheckSignature(text, key) ?? _rules.Refuse(claims!, now, acceptExpired);
        if (refusal is not null) return Counted(Refused(refusal));

        // One string for all tokens of a client: there are few clients, and this one is on the list.
        Result<VerifiedToken> result = claims!.Token with { ClientId = string.Intern(claims.Token.ClientId) };
        if (claims.Token.ExpiresAt > now) verified.Add(hash, new(key, claims.NotBefore, result));
        metrics.Accepted();
        return result;
    }

    public Result<VerifiedToken> ReadIssued(Secret token)
    {
        var refusal = Read(token.Reveal(), out _, out var claims) ?? _rules.Refuse(claims!, time.GetUtcNow(), acceptExpired: true);
        return refusal is null ? claims!.Token : Refused(refusal);
    }

    private string? Read(string token, out string keyId, out TokenClaims? claims)
    {
        (keyId, claims) = ("", null);
        return CompactToken.Split(token, out var parts) ?? TokenGuard.Read(parts, settings.UserPool, out keyId, out claims);
    }

    private static string? CheckSignature(string token, SigningKey key)
    {
        _ = CompactToken.Split(token, out var parts);
        if (parts.Signature.Length != Base64Url.GetEncodedLength(key.SignatureLength)) return "signature is not as long as the key";

        Span<byte> signature = stackalloc byte[SigningKey.MaxKeySize / 8];
        if (Base64Url.DecodeFromChars(parts.Signature, signature, out _, out var length) != OperationStatus.Done) return "signature is not base64url";

        var buffer = ArrayPool<byte>.Shared.Rent(parts.SigningInput.Length);
        try
        {
            var signed = buffer.AsSpan(0, Encoding.ASCII.GetBytes(parts.SigningInput, buffer));
            return key.Verifies(signed, signature[..length]) ? null : "signature does not match";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private AuthError Counted(AuthError error)
    {
        metrics.Refused(error.Code, error.Reason ?? "-");
        return error;
    }

    private static AuthError Refused(string reason) => AuthErrors.InvalidToken.Because(reason);
}
