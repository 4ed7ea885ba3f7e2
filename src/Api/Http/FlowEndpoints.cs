namespace CognitoAuth.Api.Http;

/// <summary>
/// Maps endpoints without a body. The parameters of <c>flow</c> are bound to the request: the bearer token, and by name the values of the route (<see cref="string"/>) and of the query (<see cref="string"/> or
/// <see cref="int"/>, nullable). OpenAPI describes them from there, and the flow and the response from their types.
/// Endpoints with a body, or with other parameters, use <c>MapPost</c> or a similar method with a handler of their own.
/// </summary>
/// <remarks>The framework does not bind the parameters: its generated code does not support type parameters, and its run-time code takes a tenth of the start-up time.</remarks>
public static class FlowEndpoints
{
    /// <summary>Maps an endpoint that converts the flow's value with <paramref name="response"/> and returns it.</summary>
    /// <param name="app">The routes to add the endpoint to.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pattern">The route.</param>
    /// <param name="flow">Creates the flow from the request.</param>
    /// <param name="response">Converts the flow's value to the response.</param>
    /// <param name="status">The status of the response.</param>
    public static RouteHandlerBuilder MapFlow<TFlow, T, TResponse>(
        this IEndpointRouteBuilder app, string method, string pattern, Func<BearerToken, TFlow> flow, Func<T, TResponse> response, int status = StatusCodes.Status200OK)
        where TFlow : IFlow<T> => app.Map<TFlow, T>(method, pattern, flow, (context, _) => flow(BearerToken.Of(context)), Returns(response, status)).Produces<TResponse>(status);

    /// <inheritdoc cref="MapFlow{TFlow,T,TResponse}(IEndpointRouteBuilder,string,string,Func{BearerToken,TFlow},Func{T,TResponse},int)"/>
    public static RouteHandlerBuilder MapFlow<TFlow, T1, T, TResponse>(
        this IEndpointRouteBuilder app, string method, string pattern, Func<BearerToken, T1, TFlow> flow, Func<T, TResponse> response, int status = StatusCodes.Status200OK)
        where TFlow : IFlow<T> => app.Map<TFlow, T>(method, pattern, flow, (context, values) => flow(BearerToken.Of(context), values[0].Read<T1>(context)), Returns(response, status)).Produces<TResponse>(status);

    /// <inheritdoc cref="MapFlow{TFlow,T,TResponse}(IEndpointRouteBuilder,string,string,Func{BearerToken,TFlow},Func{T,TResponse},int)"/>
    public static RouteHandlerBuilder MapFlow<TFlow, T1, T2, T, TResponse>(
        this IEndpointRouteBuilder app, string method, string pattern, Func<BearerToken, T1, T2, TFlow> flow, Func<T, TResponse> response, int status = StatusCodes.Status200OK)
        where TFlow : IFlow<T> =>
        app.Map<TFlow, T>(method, pattern, flow, (context, values) => flow(BearerToken.Of(context), values[0].Read<T1>(context), values[1].Read<T2>(context)), Returns(response, status)).Produces<TResponse>(status);

    /// <summary>Maps an endpoint that returns 204.</summary>
    /// <param name="app">The routes to add the endpoint to.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pattern">The route.</param>
    /// <param name="flow">Creates the flow from the request.</param>
    public static RouteHandlerBuilder MapFlow<TFlow>(this IEndpointRouteBuilder app, string method, string pattern, Func<BearerToken, TFlow> flow)
        where TFlow : IFlow<Success> => app.Map<TFlow, Success>(method, pattern, flow, (context, _) => flow(BearerToken.Of(context)), NoContent).Produces(StatusCodes.Status204NoContent);

    /// <inheritdoc cref="MapFlow{TFlow}(IEndpointRouteBuilder,string,string,Func{BearerToken,TFlow})"/>
    public static RouteHandlerBuilder MapFlow<TFlow, T1>(this IEndpointRouteBuilder app, string method, string pattern, Func<BearerToken, T1, TFlow> flow)
        where TFlow : IFlow<Success> =>
        app.Map<TFlow, Success>(method, pattern, flow, (context, values) => flow(BearerToken.Of(context), values[0].Read<T1>(context)), NoContent).Produces(StatusCodes.Status204NoContent);

    private static RouteHandlerBuilder Map<TFlow, T>(
        this IEndpointRouteBuilder app, string method, string pattern, Delegate flow, Func<HttpContext, RequestValue[], TFlow> read, Func<T, IResult> success)
        where TFlow : IFlow<T>
    {
        RequestValue[] values = [.. flow.Method.GetParameters().Where(parameter => parameter.ParameterType != typeof(BearerToken)).Select(RequestValue.Of)];
        var endpoint = app.MapMethods(pattern, [method], async context =>
        {
            var result = await context.RequestServices.GetRequiredService<IFlows>().Send(read(context, values), context.RequestAborted);
            await result.ToHttp(success).ExecuteAsync(context);
        });
        return new RouteHandlerBuilder([endpoint]).WithMetadata([flow.Method, new EndpointFlow(typeof(TFlow)), .. values]);
    }

    private static Func<T, IResult> Returns<T, TResponse>(Func<T, TResponse> response, int status) => value => TypedResults.Json(response(value), statusCode: status);

    private static IResult NoContent(Success success) => TypedResults.NoContent();
}
