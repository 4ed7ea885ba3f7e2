namespace CognitoAuth.Api.Http;

/// <summary>A body that can have <c>clientMetadata</c>. For every endpoint with such a body, also a team's, it is stored in the <see cref="FlowContext"/>, validated with the flow, and sent to Cognito.</summary>
public interface IHasClientMetadata
{
    /// <summary>Passed to the pool's triggers; at most 20 entries.</summary>
    IReadOnlyDictionary<string, string>? ClientMetadata { get; }
}

/// <summary>Stores the client metadata of a body in the <see cref="FlowContext"/>.</summary>
internal static class ClientMetadataFilter
{
    /// <summary>Adds the filter only to endpoints whose handler takes such a body.</summary>
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext endpoint, EndpointFilterDelegate next)
    {
        var body = Array.FindIndex(endpoint.MethodInfo.GetParameters(), parameter => parameter.ParameterType.IsAssignableTo(typeof(IHasClientMetadata)));
        return body < 0 ? next : Store;

        ValueTask<object?> Store(EndpointFilterInvocationContext call)
        {
            if (call.Arguments[body] is IHasClientMetadata { ClientMetadata: { } metadata }) call.HttpContext.RequestServices.GetRequiredService<FlowContext>().ClientMetadata = metadata;
            return next(call);
        }
    }
}
