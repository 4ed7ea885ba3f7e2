using System.Buffers;
using System.Buffers.Text;
using System.Text;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>Verifies access tokens: form, key, signature, rules, in this order. Each step sees only what the steps before it let through.</summary>
internal sealed class AccessTokenVerifier(SigningKeys keys, IOptions<CognitoOptions> options, TimeProvider time, TokenMetrics metrics) : IAccessTokenVerifier
{
    private readonly TokenRules _rules = new(options.Value);

    /// <inheritdoc/>
    public async ValueTask<Result<VerifiedToken>> Verify(Secret token, bool acceptExpired = false, CancellationToken cancellationToken = default)
    {
        var text = token.Reveal();
        if (Read(text, out var keyId, out var claims) is { } malformed)
            return Counted(Refused(malformed));

        // A cache of verified tokens belongs here, around key and signature: the rules below hold for what it returns, too.
        if (!keys.TryFind(keyId, out var key))
        {
            var found = await keys.Find(keyId, cancellationToken);
            if (found.IsFailure(out var error, out key))
                return Counted(error);
        }

        var refusal = CheckSignature(text, key) ?? _rules.Refuse(claims!, time.GetUtcNow(), acceptExpired);
        if (refusal is not null)
            return Counted(Refused(refusal));

        metrics.Accepted();
        return claims!.Token;
    }

    /// <inheritdoc/>
    public Result<VerifiedToken> ReadIssued(Secret token)
    {
        var refusal = Read(token.Reveal(), out _, out var claims) ?? _rules.Refuse(claims!, time.GetUtcNow(), acceptExpired: true);
        return refusal is null ? claims!.Token : Refused(refusal);
    }

    private static string? Read(string token, out string keyId, out TokenClaims? claims)
    {
        (keyId, claims) = ("", null);
        return CompactToken.Split(token, out var parts) ?? TokenGuard.Read(parts, out keyId, out claims);
    }

    private static string? CheckSignature(string token, SigningKey key)
    {
        _ = CompactToken.Split(token, out var parts);
        if (parts.Signature.Length != Base64Url.GetEncodedLength(key.SignatureLength))
            return "signature is not as long as the key";

        Span<byte> signature = stackalloc byte[SigningKey.MaxKeySize / 8];
        if (Base64Url.DecodeFromChars(parts.Signature, signature, out _, out var length) != OperationStatus.Done)
            return "signature is not base64url";

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
