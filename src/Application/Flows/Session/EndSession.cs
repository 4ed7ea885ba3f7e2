namespace CognitoAuth.Application.Flows.Session;

/// <summary>Ends another session of the signed-in user at Cognito. Its own is ended by a sign-out.</summary>
/// <remarks>
/// The session's access tokens are not refused here before they expire: they carry no Cognito session id, and no answer of Cognito says which <c>origin_jti</c> belongs to one.
/// Not sensitive: it takes access away, and a user who finds a stranger's session should not be kept from ending it.
/// </remarks>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="Id">The session, as a list of them names it.</param>
[Audited("session.ended", "session.end_failed")]
public sealed record EndSessionCommand(Secret AccessToken, string Id) : IProtectedFlow<Success>;

internal sealed class EndSessionValidator : AbstractValidator<EndSessionCommand>
{
    // Cognito does not say what its ids are made of. They look like tkn and a UUID.
    public EndSessionValidator() => RuleFor(command => command.Id)
        .MaximumLength(256).WithMessage("It must have at most 256 characters.")
        .Matches(@"^[A-Za-z0-9][A-Za-z0-9_.:=+@-]*\z").WithMessage("It must be a session's id.");
}

internal sealed class EndSessionHandler(ICognitoGateway cognito) : IFlowHandler<EndSessionCommand, Success>
{
    public Task<Result<Success>> Handle(EndSessionCommand command, CancellationToken cancellationToken) => cognito.RevokeUserSession(command.AccessToken, command.Id, cancellationToken);
}
