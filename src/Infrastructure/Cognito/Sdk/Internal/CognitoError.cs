using System.Net;
using System.Text.Json;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>
/// Reads an error. Cognito names it in the body (<c>__type</c>); the header <c>x-amzn-ErrorType</c> and the body's <c>code</c> are accepted too,
/// and a response that is not Cognito's (HTML of a load balancer, an empty body) names none.
/// </summary>
internal static class CognitoError
{
    public const string TypeHeader = "x-amzn-ErrorType";
    public const string RequestIdHeader = "x-amzn-RequestId";

    /// <param name="body">The body of the response.</param>
    /// <param name="header">The value of a header of the response, if there is one.</param>
    /// <param name="innerException">The runtime's exception.</param>
    /// <param name="statusCode">The status of the response.</param>
    /// <returns>The exception of the error; the base class where the error is not modelled or has no name.</returns>
    public static AmazonCognitoIdentityProviderException Read(ReadOnlySpan<byte> body, Func<string, string?> header, Exception? innerException, HttpStatusCode statusCode)
    {
        var members = Members.Read(body);
        var code = ShapeName(members.Type) ?? ShapeName(header(TypeHeader)) ?? ShapeName(members.Code);
        // Never the body: it may be a page of HTML, and messages end up in logs.
        var message = members.Message ?? $"The service returned HTTP status {(int)statusCode} without a message.";
        var requestId = header(RequestIdHeader) is { Length: > 0 } id ? id : null;
        var exception = ModelledExceptions.Create(code, message, innerException, requestId, statusCode);
        if (members.AreReadable) ReadMembers(exception, body);
        return exception;
    }

    private static void ReadMembers(AmazonCognitoIdentityProviderException exception, ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            exception.ReadMembers(ref reader);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The error is reported without a member that is not as modelled.
        }
    }

    /// <summary><c>com.amazonaws.cognito#UserNotFoundException:http://…</c> is <c>UserNotFoundException</c>.</summary>
    private static string? ShapeName(string? type)
    {
        if (type is null) return null;
        var colon = type.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? type : type[..colon];
        name = name[(name.LastIndexOf('#') + 1)..].Trim();
        return name.Length == 0 ? null : name;
    }

    /// <summary>The members that every error has.</summary>
    private readonly record struct Members(bool AreReadable, string? Type, string? Code, string? Message)
    {
        public static Members Read(ReadOnlySpan<byte> body)
        {
            try
            {
                var reader = new Utf8JsonReader(body);
                if (body.IsEmpty || !reader.Read() || reader.TokenType is not JsonTokenType.StartObject) return default;

                var (members, message) = (new Members(AreReadable: true, null, null, null), (string?)null);
                while (reader.NextMember())
                {
                    if (reader.ValueTextEquals("__type"u8)) members = members with { Type = Text(ref reader) };
                    else if (reader.ValueTextEquals("code"u8)) members = members with { Code = Text(ref reader) };
                    else if (reader.ValueTextEquals("message"u8)) members = members with { Message = Text(ref reader) };
                    else if (reader.ValueTextEquals("Message"u8)) message = Text(ref reader);
                    else reader.Skip();
                }

                reader.Read();
                return members with { Message = members.Message ?? message };
            }
            catch (Exception failure) when (failure is JsonException or InvalidOperationException)
            {
                return default;
            }
        }

        // Values of other types are ignored.
        private static string? Text(ref Utf8JsonReader reader)
        {
            reader.Read();
            if (reader.TokenType is JsonTokenType.String) return reader.GetString() is { Length: > 0 } text ? text : null;
            reader.Skip();
            return null;
        }
    }
}
