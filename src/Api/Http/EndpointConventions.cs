using System.Diagnostics.CodeAnalysis;

namespace CognitoAuth.Api.Http;

/// <summary>Describes endpoints for OpenAPI. Who may call, which members are required and the errors of its kind follow from the endpoint's flow and need no description.</summary>
public static class EndpointConventions
{
    /// <summary>Declares the flow that the endpoint sends. Its types determine the bearer token, the required members with their limits, and the errors that every flow of its kind can return.</summary>
    /// <typeparam name="TFlow">The command or query.</typeparam>
    public static RouteHandlerBuilder Runs<TFlow>(this RouteHandlerBuilder endpoint)
        where TFlow : IFlow => endpoint.WithMetadata(new EndpointFlow(typeof(TFlow)));

    /// <summary>Declares that the flow does not call Cognito, and so has none of the errors of such a call.</summary>
    public static RouteHandlerBuilder WithoutCognitoCall(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new WithoutCognitoCall());

    /// <summary>Declares the errors that the endpoint can return in addition to those of its kind.</summary>
    public static RouteHandlerBuilder ProducesErrors(this RouteHandlerBuilder endpoint, params ReadOnlySpan<AuthError> errors) => endpoint.WithMetadata(new EndpointErrors(errors.ToArray()));

    /// <summary>Declares a header of the successful response.</summary>
    public static RouteHandlerBuilder WithResponseHeader(this RouteHandlerBuilder endpoint, string name, string description) => endpoint.WithMetadata(new ResponseHeader(name, description));

    /// <summary>Adds an example of a valid request. Together, the examples of an endpoint show which members are optional.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="json">The body.</param>
    /// <param name="name">The example's name, unique in the endpoint.</param>
    public static RouteHandlerBuilder WithRequestExample(this RouteHandlerBuilder endpoint, [StringSyntax(StringSyntaxAttribute.Json)] string json, string name = "example") =>
        endpoint.WithMetadata(new Example(name, json, IsOfRequest: true));

    /// <summary>Adds an example of a successful response.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="json">The body.</param>
    /// <param name="name">The example's name, unique in the endpoint.</param>
    public static RouteHandlerBuilder WithResponseExample(this RouteHandlerBuilder endpoint, [StringSyntax(StringSyntaxAttribute.Json)] string json, string name = "example") =>
        endpoint.WithMetadata(new Example(name, json, IsOfRequest: false));
}
