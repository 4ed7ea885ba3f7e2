namespace CognitoAuth.Application.Flows.Session;

/// <summary>Ends another session of the signed-in user at Cognito. A sign-out ends the caller's own.</summary>
/// <remarks>
/// The session's access tokens are not refused here before they expire: they contain no Cognito session id, and no response of Cognito maps one to its <c>origin_jti</c>.
/// Not sensitive: it only removes access, and a user who finds a stranger's session must be able to end it.
/// </remarks>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="Id">Cognito's id of the session.</param>
[Audited("session.ended", "session.end_failed")]
public sealed record EndSessionCommand(Secret AccessToken, string Id) : IProtectedFlow<Success>;

internal sealed class EndSessionValidator : AbstractValidator<EndSessionCommand>
{
    // Cognito does not document the form of its ids. They look like tkn and a UUID.
    public EndSessionValidator() => RuleFor(command => command.Id)
        .MaximumLength(256).WithMessage("It must have at most 256 characters.")
        .Matches(@"^[A-Za-z0-9][A-Za-z0-9_.:=+@-]*\z").WithMessage("It must be a session's id.");
}

internal sealed class EndSessionHandler(ICognitoGateway cognito) : IFlowHandler<EndSessionCommand, Success>
{
    public Task<Result<Success>> Handle(EndSessionCommand command, CancellationToken cancellationToken) => cognito.RevokeUserSession(command.AccessToken, command.Id, cancellationToken);
}
