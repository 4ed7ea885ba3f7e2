namespace CognitoAuth.LocalCognito.Wire;

/// <summary>An HTTP answer before WireMock gets it; null in place of one means: reset the connection.</summary>
internal sealed record WireAnswer(int Status, string ContentType, byte[] Body)
{
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);
}
