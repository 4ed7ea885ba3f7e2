using System.Buffers;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>
/// Reads a token before anything in it is trusted, and refuses every form that Cognito does not issue (<c>docs/cognito.md#verifying-tokens</c>).
/// It needs no keys, so a token that it refuses costs neither a signature check nor a fetch of keys.
/// </summary>
internal static class TokenGuard
{
    // All tokens of a key have the same header. A header that was accepted once is accepted again.
    private static volatile AcceptedHeader? LastAcceptedHeader;

    /// <summary>Reads header and payload.</summary>
    /// <returns>Why the token is refused, for the log, or <see langword="null"/>.</returns>
    public static string? Read(CompactToken parts, UserPoolId userPool, out string keyId, out TokenClaims? claims)
    {
        keyId = "";
        claims = null;

        var buffer = ArrayPool<byte>.Shared.Rent(parts.SigningInput.Length);
        try
        {
            if (ReadHeader(parts.Header, buffer, out keyId) is { } refusal) return refusal;

            if (!TokenJson.TryParse(parts.Payload, buffer, out var payload)) return "payload is not one strict JSON object in base64url";

            using (payload) return TokenClaims.Read(payload.RootElement, userPool, out claims);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string? ReadHeader(ReadOnlySpan<char> part, Memory<byte> buffer, out string keyId)
    {
        if (LastAcceptedHeader is { } last && part.SequenceEqual(last.Text))
        {
            keyId = last.KeyId;
            return null;
        }

        keyId = "";
        if (!TokenJson.TryParse(part, buffer, out var header)) return "header is not one strict JSON object in base64url";

        using (header)
        {
            if (TokenHeader.Read(header.RootElement, out keyId) is { } refusal) return refusal;
        }

        LastAcceptedHeader = new(part.ToString(), keyId);
        return null;
    }

    private sealed record AcceptedHeader(string Text, string KeyId);
}
