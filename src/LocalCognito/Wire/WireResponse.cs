namespace CognitoAuth.LocalCognito.Wire;

/// <summary>An HTTP response, before it is converted for WireMock. Methods return null when the connection must be reset.</summary>
internal sealed record WireResponse(int Status, string ContentType, byte[] Body)
{
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);
}
