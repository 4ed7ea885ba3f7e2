using System.Text.Json;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>The tokens of a response.</summary>
public sealed record Tokens(string Access, string Id, string? Refresh)
{
    /// <summary>Reads <c>tokens</c> of a sign-in or refresh.</summary>
    public static Tokens Of(JsonElement response)
    {
        var tokens = response.GetProperty("tokens");
        return new(
            tokens.GetProperty("accessToken").GetString()!,
            tokens.GetProperty("idToken").GetString()!,
            tokens.TryGetProperty("refreshToken", out var refresh) ? refresh.GetString() : null);
    }
}
