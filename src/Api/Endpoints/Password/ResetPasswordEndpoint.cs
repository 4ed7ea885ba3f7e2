using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Password;
using CognitoAuth.Domain;
using MediatR;

namespace CognitoAuth.Api.Endpoints.Password;

/// <summary><c>POST /v1/auth/password/reset</c></summary>
public sealed class ResetPasswordEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/password/reset", Handle)
        .WithName("ResetPassword").WithTags("Password").WithSummary("Sets a new password with a code.")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(
            AuthErrors.ValidationFailed, AuthErrors.InvalidPassword, AuthErrors.PasswordReused, AuthErrors.CodeMismatch, AuthErrors.CodeExpired, AuthErrors.AttemptsExceeded, AuthErrors.OutcomeUnknown);

    private static async Task<IResult> Handle(ResetPasswordRequest body, IMediator mediator, CancellationToken cancellationToken)
    {
        var command = new ResetPasswordCommand(body.Username ?? "", body.Code ?? Secret.Empty, body.NewPassword ?? Secret.Empty) { ClientMetadata = body.ClientMetadata };
        var result = await mediator.Send(command, cancellationToken);
        return result.ToHttp();
    }
}

/// <summary>A new password for a code.</summary>
/// <param name="Username">The account's name.</param>
/// <param name="Code">From the message.</param>
/// <param name="NewPassword">By the pool's policy.</param>
/// <param name="ClientMetadata">For the pool's triggers; at most 20 entries.</param>
public sealed record ResetPasswordRequest(string? Username, Secret? Code, Secret? NewPassword, IReadOnlyDictionary<string, string>? ClientMetadata);
