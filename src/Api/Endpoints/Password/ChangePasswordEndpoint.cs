using CognitoAuth.Application.Flows.Password;

namespace CognitoAuth.Api.Endpoints.Password;

/// <summary><c>POST /v1/auth/password/change</c></summary>
public sealed class ChangePasswordEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/password/change", Handle)
        .WithName("ChangePassword").WithTags("Password").WithSummary("Changes the signed-in user's password.")
        .WithDescription("Needs a recent sign-in. All sessions end, this one too, unless they are to be kept.")
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

/// <summary>A new password in place of the current one.</summary>
/// <param name="CurrentPassword">Absent only for users who have none.</param>
/// <param name="NewPassword">By the pool's policy.</param>
/// <param name="KeepSessions">Whether all sessions live on; by default they end, this one too.</param>
public sealed record ChangePasswordRequest(Secret? CurrentPassword, Secret? NewPassword, bool? KeepSessions);
