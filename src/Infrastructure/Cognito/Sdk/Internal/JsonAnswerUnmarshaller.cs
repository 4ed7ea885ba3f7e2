using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>
/// Reads an answer in AWS JSON 1.1. What cannot be read becomes <see cref="AmazonUnmarshallingException"/> in the runtime; members and
/// enumeration values that AWS added since are no error.
/// </summary>
internal sealed class JsonAnswerUnmarshaller<TResponse> : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly JsonTypeInfo<TResponse> _shape = CognitoJson.Shape<TResponse>();

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        // The runtime takes a redirect for a success; where no output is expected, nobody would notice.
        if (input.ResponseData.StatusCode >= HttpStatusCode.MultipleChoices)
            throw new InvalidDataException($"HTTP status {(int)input.ResponseData.StatusCode} is no answer of Cognito.");

        using var body = PooledBody.Read(input.Stream);
        return Read(body.Bytes.Span);
    }

    /// <summary>The answer in a body.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    // Operations without output may answer an empty body or {}. Content-Length cannot tell: it is absent from chunked answers.
    public TResponse Read(ReadOnlySpan<byte> body) => body.IsEmpty && _shape.Properties.Count == 0
        ? new TResponse()
        : JsonSerializer.Deserialize(body, _shape) ?? throw new JsonException("The answer is null.");

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        using var body = PooledBody.Read(input.Stream);
        return CognitoError.Read(body.Bytes, input.ResponseData.GetHeaderValue).ToException(innerException, statusCode);
    }
}
