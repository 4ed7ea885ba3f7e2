using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>The names of AWS JSON 1.1.</summary>
internal static class Protocol
{
    public const string ContentType = "application/x-amz-json-1.1";

    /// <summary>The header that names the operation.</summary>
    public const string TargetHeader = "X-Amz-Target";
}

/// <summary>How the runtime writes and reads one operation; made once, on its first call.</summary>
internal static class Operation<TRequest, TResponse>
    where TRequest : AmazonCognitoIdentityProviderRequest, IRequestShape
    where TResponse : AmazonWebServiceResponse, IResponseShape<TResponse>, new()
{
    public static readonly InvokeOptions Options = new() { RequestMarshaller = new JsonRequestMarshaller<TRequest>(), ResponseUnmarshaller = new JsonResponseReader<TResponse>() };
}
