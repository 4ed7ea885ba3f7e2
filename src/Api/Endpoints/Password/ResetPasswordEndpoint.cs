namespace CognitoAuth.Api.Endpoints.Password;

/// <summary><c>POST /v1/auth/password/reset</c></summary>
public sealed class ResetPasswordEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/password/reset", Handle)
        .WithName("ResetPassword").WithTags("Password").WithSummary("Resets the password with a code.")
        .WithDescription("Where existence errors are hidden (the default), every failure that depends on the account is reported as `code_mismatch`. If the API has IAM credentials for it, all sessions end.")
        .Runs<ResetPasswordCommand>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(
            AuthErrors.InvalidPassword, AuthErrors.PasswordReused, AuthErrors.CodeMismatch, AuthErrors.CodeExpired, AuthErrors.RejectedByTrigger, AuthErrors.AttemptsExceeded,
            AuthErrors.TriggerFailed, AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "username": "jane@example.com", "code": "123456", "newPassword": "Battery-Staple-8" }""");

    private static Task<IResult> Handle(ResetPasswordRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new ResetPasswordCommand(body.Username ?? "", body.Code ?? Secret.Empty, body.NewPassword ?? Secret.Empty), cancellationToken).ToHttp();
}

/// <summary>A reset of the password.</summary>
/// <param name="Username">The username or an alias of the account.</param>
/// <param name="Code">The code from the message.</param>
/// <param name="NewPassword">The new password; it must meet the pool's policy.</param>
/// <param name="ClientMetadata">Passed to the pool's triggers; at most 20 entries.</param>
public sealed record ResetPasswordRequest(string? Username, Secret? Code, Secret? NewPassword, IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;
