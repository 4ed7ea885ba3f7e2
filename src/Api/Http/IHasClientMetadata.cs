namespace CognitoAuth.Api.Http;

/// <summary>A body that may have <c>clientMetadata</c>. A filter puts it into the <see cref="FlowContext"/> when an endpoint of a Carter module, of ours or a team's, takes the body as a parameter of its handler. It is validated with the flow, and sent to Cognito.</summary>
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
