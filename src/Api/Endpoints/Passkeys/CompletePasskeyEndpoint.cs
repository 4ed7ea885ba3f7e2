using System.Text.Json;
using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Passkeys;
using CognitoAuth.Domain;
using MediatR;

namespace CognitoAuth.Api.Endpoints.Passkeys;

/// <summary><c>POST /v1/me/passkeys/complete</c></summary>
public sealed class CompletePasskeyEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/me/passkeys/complete", Handle)
        .WithName("CompletePasskey").WithTags("Passkeys").WithSummary("Registers the passkey that the browser made.")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(
            AuthErrors.ValidationFailed, AuthErrors.PasskeyRejected, AuthErrors.InvalidToken, AuthErrors.Forbidden, AuthErrors.ReauthenticationRequired, AuthErrors.AttemptsExceeded,
            AuthErrors.NotEnabled, AuthErrors.OutcomeUnknown, AuthErrors.KeysUnavailable, AuthErrors.RevocationUnavailable)
        .RequiresBearer();

    private static async Task<IResult> Handle(BearerToken bearer, CompletePasskeyRequest body, IMediator mediator, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new CompletePasskeyCommand(bearer.OrEmpty, body.Credential), cancellationToken);
        return result.ToHttp();
    }
}

/// <summary>A new passkey.</summary>
/// <param name="Credential">The browser's <c>RegistrationResponseJSON</c>: what <c>toJSON()</c> makes of the answer of <c>navigator.credentials.create</c>.</param>
public sealed record CompletePasskeyRequest(JsonElement? Credential);
