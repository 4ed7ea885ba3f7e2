using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>How one operation is written and read; made once, on its first call.</summary>
internal static class Operation<TRequest, TResponse>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    public static readonly JsonRequestMarshaller<TRequest> Request = new();
    public static readonly JsonAnswerUnmarshaller<TResponse> Answer = new();
    public static readonly InvokeOptions Options = new() { RequestMarshaller = Request, ResponseUnmarshaller = Answer };
}
