using System.Diagnostics.CodeAnalysis;

namespace CognitoAuth.Api.Http;

/// <summary>What endpoints say of themselves, for OpenAPI. What follows from the flow they send, they need not say: who may call, what is required, and the errors of its kind.</summary>
public static class EndpointConventions
{
    /// <summary>Says which flow the endpoint sends. From its types follow the bearer token, the required members with their limits, and the errors that every flow of its kind can answer.</summary>
    /// <typeparam name="TFlow">The command or query.</typeparam>
    public static RouteHandlerBuilder Runs<TFlow>(this RouteHandlerBuilder endpoint)
        where TFlow : IFlow => endpoint.WithMetadata(new EndpointFlow(typeof(TFlow)));

    /// <summary>Says that the flow answers without a call to Cognito, so that it has none of the errors of one.</summary>
    public static RouteHandlerBuilder WithoutCognitoCall(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new WithoutCognitoCall());

    /// <summary>Names the errors that the endpoint can answer beside those of its kind.</summary>
    public static RouteHandlerBuilder ProducesErrors(this RouteHandlerBuilder endpoint, params ReadOnlySpan<AuthError> errors) => endpoint.WithMetadata(new EndpointErrors(errors.ToArray()));

    /// <summary>Names a header of the successful answer.</summary>
    public static RouteHandlerBuilder WithResponseHeader(this RouteHandlerBuilder endpoint, string name, string description) => endpoint.WithMetadata(new ResponseHeader(name, description));

    /// <summary>Shows a request that is valid as it stands. The examples of an endpoint together show which members can be left out.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="json">The body.</param>
    /// <param name="name">What tells it from other examples of the endpoint.</param>
    public static RouteHandlerBuilder WithRequestExample(this RouteHandlerBuilder endpoint, [StringSyntax(StringSyntaxAttribute.Json)] string json, string name = "example") =>
        endpoint.WithMetadata(new Example(name, json, IsOfRequest: true));

    /// <summary>Shows a successful answer.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="json">The body.</param>
    /// <param name="name">What tells it from other examples of the endpoint.</param>
    public static RouteHandlerBuilder WithResponseExample(this RouteHandlerBuilder endpoint, [StringSyntax(StringSyntaxAttribute.Json)] string json, string name = "example") =>
        endpoint.WithMetadata(new Example(name, json, IsOfRequest: false));
}
