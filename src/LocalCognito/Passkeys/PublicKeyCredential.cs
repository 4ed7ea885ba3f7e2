using System.Buffers.Text;
using System.Text.Json;

namespace CognitoAuth.LocalCognito.Passkeys;

/// <summary>A browser's <c>RegistrationResponseJSON</c> or <c>AuthenticationResponseJSON</c>.</summary>
internal sealed class PublicKeyCredential
{
    private readonly JsonElement _response;

    private PublicKeyCredential(byte[] id, string? attachment, JsonElement response)
    {
        (Id, Attachment, _response) = (id, attachment, response);
        Origin = OriginOf(Bytes("clientDataJSON"));
    }

    public byte[] Id { get; }

    /// <summary><c>authenticatorAttachment</c>.</summary>
    public string? Attachment { get; }

    /// <summary>The origin of the page, as signed by the browser.</summary>
    public string? Origin { get; }

    /// <summary><c>response.transports</c>; including unknown values (WebAuthn level 3, 5.2.1.1).</summary>
    public IReadOnlyList<string> Transports => _response.TryGetProperty("transports", out var list) && list.ValueKind is JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(item => item.GetString()!)]
        : [];

    /// <exception cref="CognitoException"><c>InvalidParameterException</c>: it is not a credential.</exception>
    public static PublicKeyCredential Parse(string json)
    {
        try
        {
            return Parse(JsonElement.Parse(json));
        }
        catch (JsonException)
        {
            throw Malformed();
        }
    }

    /// <exception cref="CognitoException"><c>InvalidParameterException</c>: it is not a credential.</exception>
    public static PublicKeyCredential Parse(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object || Text(json, "type") != "public-key" || !json.TryGetProperty("response", out var response) || response.ValueKind is not JsonValueKind.Object)
        {
            throw Malformed();
        }
        var id = Decode(Text(json, "id")) ?? throw Malformed();
        // Both members are the same id. When a client sends both, they must be equal.
        if (json.TryGetProperty("rawId", out _) && Text(json, "rawId") != Text(json, "id")) throw Malformed();
        return new PublicKeyCredential(id, Text(json, "authenticatorAttachment"), response);
    }

    /// <summary>A required member of the response.</summary>
    /// <exception cref="CognitoException"><c>InvalidParameterException</c>: the member is absent or not Base64url.</exception>
    public byte[] Bytes(string member) => Find(member) ?? throw Malformed();

    /// <summary>An optional member of the response.</summary>
    public byte[]? Find(string member) => Decode(Text(_response, member));

    public static CognitoException Malformed() => CognitoException.InvalidParameter("The credential is not valid.");

    private static string? OriginOf(byte[] clientData)
    {
        try
        {
            return JsonElement.Parse(clientData) is { ValueKind: JsonValueKind.Object } data ? Text(data, "origin") : null;
        }
        catch (JsonException)
        {
            throw Malformed();
        }
    }

    private static string? Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static byte[]? Decode(string? text) => text is { Length: > 0 } && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
