namespace CognitoAuth.Api.Http;

/// <summary>A body that may have <c>clientMetadata</c>. A filter puts it into the <see cref="FlowContext"/> when an endpoint of a Carter module, of ours or a team's, takes the body as a parameter of its handler. It is validated with the flow, and sent to Cognito.</summary>
public interface IHasClientMetadata
{
    /// <summary>For the pool's triggers; at most 20 entries.</summary>
    IReadOnlyDictionary<string, string>? ClientMetadata { get; }
}

/// <summary>Puts the client metadata of a body where every flow finds it.</summary>
internal static class ClientMetadataFilter
{
    /// <summary>Adds the filter to endpoints whose handler takes such a body, and to no others.</summary>
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext endpoint, EndpointFilterDelegate next)
    {
        var body = Array.FindIndex(endpoint.MethodInfo.GetParameters(), parameter => parameter.ParameterType.IsAssignableTo(typeof(IHasClientMetadata)));
        return body < 0 ? next : Keep;

        ValueTask<object?> Keep(EndpointFilterInvocationContext call)
        {
            if (call.Arguments[body] is IHasClientMetadata { ClientMetadata: { } metadata }) call.HttpContext.RequestServices.GetRequiredService<FlowContext>().ClientMetadata = metadata;
            return next(call);
        }
    }
}
