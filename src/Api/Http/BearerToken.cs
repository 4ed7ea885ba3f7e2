namespace CognitoAuth.Api.Http;

/// <summary>The bearer token of a request (RFC 6750, section 2.1: the <c>Authorization</c> header and nothing else).</summary>
/// <param name="Presented">The token as it was presented; <see langword="null"/> when there is no <c>Authorization</c> header; <see cref="Secret.Empty"/> when the header is not one bearer token.</param>
public sealed record BearerToken(Secret? Presented)
{
    private const string Scheme = "Bearer ";

    /// <summary>What a protected flow verifies.</summary>
    public Secret OrEmpty => Presented ?? Secret.Empty;

    /// <summary>Reads it; called by the framework for a parameter of this type.</summary>
    public static ValueTask<BearerToken> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    /// <summary>Reads it from a request.</summary>
    public static BearerToken Of(HttpContext context) => new(Read(context.Request.Headers));

    private static Secret? Read(IHeaderDictionary headers)
    {
        var values = headers.Authorization;
        if (values.Count == 0) return null;
        return values is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? new Secret(value.AsMemory(Scheme.Length).Trim(' ')) : Secret.Empty;
    }
}
