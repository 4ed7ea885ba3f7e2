using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>
/// Reads a response in AWS JSON 1.1. The runtime turns failures into <see cref="AmazonUnmarshallingException"/>; members and
/// enumeration values that AWS added since are not errors.
/// </summary>
internal sealed class JsonResponseReader<TResponse> : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, IResponseShape<TResponse>, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        // The runtime takes a redirect for a success; without an expected output, that would go unnoticed.
        if (input.ResponseData.StatusCode >= HttpStatusCode.MultipleChoices) throw new InvalidDataException($"Cognito never responds with HTTP status {(int)input.ResponseData.StatusCode}.");

        return JsonReading.Response<TResponse>(Body(input));
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        CognitoError.Read(Body(input), input.ResponseData.GetHeaderValue, innerException, statusCode);

    private static ReadOnlySpan<byte> Body(JsonUnmarshallerContext input)
    {
        using var body = new MemoryStream();
        input.Stream.CopyTo(body);
        return body.GetBuffer().AsSpan(0, (int)body.Length);
    }
}
