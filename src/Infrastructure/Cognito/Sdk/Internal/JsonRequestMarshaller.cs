using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>Writes a request as AWS JSON 1.1: <c>POST /</c>, the operation in <c>X-Amz-Target</c>, the members as a JSON object.</summary>
internal sealed class JsonRequestMarshaller<TRequest> : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonCognitoIdentityProviderRequest, IRequestShape
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var body = new PooledContentStream();
        using (var writer = new Utf8JsonWriter(body.BufferWriter)) writer.WriteObject((TRequest)input);

        var request = new DefaultRequest(input, "Amazon.CognitoIdentityProvider") { HttpMethod = "POST", ResourcePath = "/", ContentStream = body };
        request.Headers["Content-Type"] = Protocol.ContentType;
        request.Headers[Protocol.TargetHeader] = TRequest.Target;
        return request;
    }
}
