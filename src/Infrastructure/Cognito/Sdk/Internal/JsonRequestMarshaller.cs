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
    private readonly string _target = "AWSCognitoIdentityProviderService." + typeof(TRequest).Name[..^Suffix.Length];
    private readonly JsonTypeInfo<TRequest> _shape = CognitoJson.Shape<TRequest>();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var body = new PooledContentStream();
        using (var writer = new Utf8JsonWriter(body.BufferWriter))
            JsonSerializer.Serialize(writer, (TRequest)input, _shape);

        var request = new DefaultRequest(input, "Amazon.CognitoIdentityProvider") { HttpMethod = "POST", ResourcePath = "/", ContentStream = body };
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Headers["X-Amz-Target"] = _target;
        return request;
    }
}
