using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>
/// Refuses a signed operation with anonymous credentials. The runtime would send it unsigned, and the error would be an unclear one of Cognito
/// instead of the missing configuration.
/// </summary>
internal sealed class AnonymousCredentialsGuard : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        return context.OriginalRequest is not IUnsignedRequest && context.Identity is null or AnonymousAWSCredentials
            ? throw new AmazonClientException($"{context.RequestName} must be signed, but the client has no AWS credentials (they are anonymous).")
            : base.InvokeAsync<T>(executionContext);
    }
}
