using System.Buffers;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>
/// Reads a token before anything about it is believed, and refuses every form that Cognito does not issue (facts 2.4, steps 1 to 4).
/// It does not need keys, so nothing that it refuses costs a signature check or a request for keys.
/// </summary>
internal static class TokenGuard
{
    // All tokens of a key have one header. A text that was good once is good again, whoever sends it.
    private static volatile GoodHeader? LastHeader;

    /// <summary>Reads header and payload.</summary>
    /// <param name="parts">The token's parts.</param>
    /// <param name="keyId">The <c>kid</c> of the key that must have signed it.</param>
    /// <param name="claims">What it claims; worth nothing when it is refused.</param>
    /// <returns>Why the token is refused, for the log, or <see langword="null"/>.</returns>
    public static string? Read(CompactToken parts, out string keyId, out TokenClaims? claims)
    {
        keyId = "";
        claims = null;

        var buffer = ArrayPool<byte>.Shared.Rent(parts.SigningInput.Length);
        try
        {
            if (ReadHeader(parts.Header, buffer, out keyId) is { } refusal)
                return refusal;

            if (!TokenJson.TryParse(parts.Payload, buffer, out var payload))
                return "payload is not one strict JSON object in base64url";

            using (payload)
                return TokenClaims.Read(payload.RootElement, out claims);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string? ReadHeader(ReadOnlySpan<char> part, Memory<byte> buffer, out string keyId)
    {
        if (LastHeader is { } last && part.SequenceEqual(last.Text))
        {
            keyId = last.KeyId;
            return null;
        }

        keyId = "";
        if (!TokenJson.TryParse(part, buffer, out var header))
            return "header is not one strict JSON object in base64url";

        using (header)
        {
            if (TokenHeader.Read(header.RootElement, out keyId) is { } refusal)
                return refusal;
        }

        LastHeader = new(part.ToString(), keyId);
        return null;
    }

    private sealed record GoodHeader(string Text, string KeyId);
}
