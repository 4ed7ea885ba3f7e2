using CognitoAuth.Domain;
using Microsoft.AspNetCore.Mvc;

namespace CognitoAuth.Api.Http;

/// <summary>What endpoints say of themselves, for OpenAPI.</summary>
public static class EndpointConventions
{
    /// <summary>Names the errors that the endpoint can answer beside those that any can.</summary>
    public static RouteHandlerBuilder ProducesErrors(this RouteHandlerBuilder endpoint, params ReadOnlySpan<AuthError> errors)
    {
        foreach (var group in errors.ToArray().Append(AuthErrors.InternalError).GroupBy(error => ProblemMap.StatusOf(error.Kind)))
        {
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(group.Key, typeof(ProblemDetails), ["application/problem+json"]) { Description = string.Join(", ", group.Select(error => error.Code)) });
        }

        return endpoint;
    }

    /// <summary>Says that the endpoint wants an access token.</summary>
    public static RouteHandlerBuilder RequiresBearer(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new BearerRequired());
}
