using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>Writes a request as AWS JSON 1.1: <c>POST /</c>, the operation in <c>X-Amz-Target</c>, the members as a JSON object.</summary>
internal sealed class JsonRequestMarshaller<TRequest> : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    private const string Suffix = "Request";
    private readonly JsonTypeInfo<TRequest> _shape = CognitoJson.Shape<TRequest>();

    /// <summary>What <c>X-Amz-Target</c> says.</summary>
    public string Target { get; } = "AWSCognitoIdentityProviderService." + typeof(TRequest).Name[..^Suffix.Length];

    /// <summary>The body.</summary>
    public byte[] Write(TRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, _shape);

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var body = new PooledContentStream();
        using (var writer = new Utf8JsonWriter(body.BufferWriter))
            JsonSerializer.Serialize(writer, (TRequest)input, _shape);

        var request = new DefaultRequest(input, "Amazon.CognitoIdentityProvider") { HttpMethod = "POST", ResourcePath = "/", ContentStream = body };
        request.Headers["Content-Type"] = CognitoJson.ContentType;
        request.Headers[CognitoJson.TargetHeader] = Target;
        return request;
    }
}
