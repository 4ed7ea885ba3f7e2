namespace CognitoAuth.Api.Endpoints.Password;

/// <summary><c>POST /v1/auth/password/change</c></summary>
public sealed class ChangePasswordEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/password/change", Handle)
        .WithName("ChangePassword").WithTags("Password").WithSummary("Changes the signed-in user's password.")
        .WithDescription("Requires a recent sign-in. All sessions end, including this one, unless `keepSessions` is true.")
        .Runs<ChangePasswordCommand>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(
            AuthErrors.InvalidPassword, AuthErrors.PasswordReused, AuthErrors.InvalidCredentials, AuthErrors.ReauthenticationRequired, AuthErrors.AttemptsExceeded,
            AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "currentPassword": "Correct-Horse-7", "newPassword": "Battery-Staple-8" }""")
        .WithRequestExample("""{ "newPassword": "Battery-Staple-8", "keepSessions": true }""", "first_password");

    private static Task<IResult> Handle(BearerToken bearer, ChangePasswordRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new ChangePasswordCommand(bearer.OrEmpty, body.CurrentPassword, body.NewPassword ?? Secret.Empty) { KeepSessions = body.KeepSessions is true }, cancellationToken).ToHttp();
}

/// <summary>A change of the password.</summary>
/// <param name="CurrentPassword">Required if the user has a password.</param>
/// <param name="NewPassword">The new password; it must meet the pool's policy.</param>
/// <param name="KeepSessions">Whether all sessions are kept; by default they end, including this one.</param>
public sealed record ChangePasswordRequest(Secret? CurrentPassword, Secret? NewPassword, bool? KeepSessions);
