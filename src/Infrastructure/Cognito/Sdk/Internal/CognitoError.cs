using System.Net;
using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>
/// An error as it came over the wire. Cognito names it in the body (<c>__type</c>); the header <c>x-amzn-ErrorType</c> and the body's <c>code</c>
/// are accepted too, and an answer that is not Cognito's (HTML of a load balancer, an empty body) names none.
/// </summary>
internal sealed record CognitoError(string? Code, string? Message, string? ReasonCode, string? RequestId)
{
    public const string TypeHeader = "x-amzn-ErrorType";
    public const string RequestIdHeader = "x-amzn-RequestId";

    /// <param name="body">The body of the answer.</param>
    /// <param name="header">The value of a header of the answer, if there is one.</param>
    public static CognitoError Read(ReadOnlyMemory<byte> body, Func<string, string?> header)
    {
        using var json = TryParse(body);
        return new CognitoError(
            ShapeName(Member(json, "__type")) ?? ShapeName(header(TypeHeader)) ?? ShapeName(Member(json, "code")),
            Member(json, "message") ?? Member(json, "Message"),
            Member(json, "reasonCode"),
            header(RequestIdHeader) is { Length: > 0 } id ? id : null);
    }

    public AmazonCognitoIdentityProviderException ToException(Exception? innerException, HttpStatusCode statusCode)
    {
        // Never the body: it may be a page of HTML, and messages end up in logs.
        var message = Message ?? $"The service answered with HTTP status {(int)statusCode} and no message.";
        var exception = ModelledExceptions.Create(Code, message, innerException, RequestId, statusCode);
        if (exception is InvalidParameterException invalidParameter)
            invalidParameter.ReasonCode = ReasonCode;
        return exception;
    }

    /// <summary><c>com.amazonaws.cognito#UserNotFoundException:http://…</c> is <c>UserNotFoundException</c>.</summary>
    private static string? ShapeName(string? type)
    {
        if (type is null)
            return null;
        var colon = type.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? type : type[..colon];
        name = name[(name.LastIndexOf('#') + 1)..].Trim();
        return name.Length == 0 ? null : name;
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Member(JsonDocument? json, string name) =>
        json is { RootElement.ValueKind: JsonValueKind.Object } &&
        json.RootElement.TryGetProperty(name, out var member) &&
        member.ValueKind == JsonValueKind.String &&
        member.GetString() is { Length: > 0 } text
            ? text
            : null;
}
