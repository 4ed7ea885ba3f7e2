namespace CognitoAuth.Application.Flows.SignIn;

/// <summary>Registers an authenticator during a sign-in: the second step of an <c>MFA_SETUP</c> challenge. Answer the challenge with the session that it returns.</summary>
/// <param name="Session">From the set-up.</param>
/// <param name="Code">The authenticator's current code.</param>
[Audited("mfa.changed", "mfa.change_failed")]
public sealed record VerifyTotpInSignInCommand(Secret Session, Secret Code) : IPublicFlow<Secret>
{
    /// <summary>The user's name for the authenticator.</summary>
    public string? DeviceName { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits) => [limits.AttemptsPerSession.OfSession(Session)];

    /// <inheritdoc/>
    public Disclosure Reveals => Disclosure.Account;

    /// <inheritdoc/>
    public AuthError HiddenAs => AuthErrors.InvalidSession;
}

internal sealed class VerifyTotpInSignInValidator : AbstractValidator<VerifyTotpInSignInCommand>
{
    public VerifyTotpInSignInValidator()
    {
        RuleFor(command => command.Session).Session();
        RuleFor(command => command.Code).TotpCode();
        RuleFor(command => command.DeviceName).OptionalDeviceName();
    }
}

internal sealed class VerifyTotpInSignInHandler(ICognitoGateway cognito) : IFlowHandler<VerifyTotpInSignInCommand, Secret>
{
    public async Task<Result<Secret>> Handle(VerifyTotpInSignInCommand command, CancellationToken cancellationToken)
    {
        var verified = await cognito.VerifySoftwareToken(new TotpOwner.SigningIn(command.Session), command.Code, command.DeviceName, cancellationToken);
        if (verified.IsFailure(out var error, out var session)) return error;
        return session is null ? AuthErrors.UpstreamInvalid.Because("a response without a session") : session;
    }
}
