namespace CognitoAuth.Api.Http;

/// <summary>The bearer token of a request (RFC 6750, section 2.1: only from the <c>Authorization</c> header).</summary>
/// <param name="Presented">The token in the request; <see langword="null"/> if there is no <c>Authorization</c> header; <see cref="Secret.Empty"/> if the header is not exactly one bearer token.</param>
public sealed record BearerToken(Secret? Presented)
{
    private const string Scheme = "Bearer ";

    /// <summary>The token for a protected flow to verify; empty if there is none.</summary>
    public Secret OrEmpty => Presented ?? Secret.Empty;

    /// <summary>Reads the token. The framework calls this for a parameter of this type.</summary>
    public static ValueTask<BearerToken> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    /// <summary>Reads the value from a request.</summary>
    public static BearerToken Of(HttpContext context) => new(Read(context.Request.Headers));

    private static Secret? Read(IHeaderDictionary headers)
    {
        var values = headers.Authorization;
        if (values.Count == 0) return null;
        return values is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? new Secret(value.AsMemory(Scheme.Length).Trim(' ')) : Secret.Empty;
    }
}
