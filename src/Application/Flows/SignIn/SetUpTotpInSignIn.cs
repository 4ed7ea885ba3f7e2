using CognitoAuth.Application.Flows.Mfa;

namespace CognitoAuth.Application.Flows.SignIn;

/// <summary>Returns a TOTP secret during a sign-in: the first step of an <c>MFA_SETUP</c> challenge.</summary>
/// <param name="Session">From the challenge.</param>
/// <param name="Username">From the challenge; the authenticator shows it.</param>
public sealed record SetUpTotpInSignInCommand(Secret Session, string Username) : IPublicFlow<TotpSetupInSignIn>
{
    /// <inheritdoc/>
    public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits) => [limits.AttemptsPerSession.OfSession(Session)];

    /// <inheritdoc/>
    public Disclosure Reveals => Disclosure.Account;

    /// <inheritdoc/>
    public AuthError HiddenAs => AuthErrors.InvalidSession;
}

/// <summary>The data for an authenticator app, and the session for the next step.</summary>
/// <param name="Setup">For the app.</param>
/// <param name="Session">For the verification.</param>
public sealed record TotpSetupInSignIn(TotpSetup Setup, Secret Session);

internal sealed class SetUpTotpInSignInValidator : AbstractValidator<SetUpTotpInSignInCommand>
{
    public SetUpTotpInSignInValidator()
    {
        RuleFor(command => command.Session).Session();
        RuleFor(command => command.Username).Username();
    }
}

internal sealed class SetUpTotpInSignInHandler(ICognitoGateway cognito, SecurityOptions security) : IFlowHandler<SetUpTotpInSignInCommand, TotpSetupInSignIn>
{
    public async Task<Result<TotpSetupInSignIn>> Handle(SetUpTotpInSignInCommand command, CancellationToken cancellationToken)
    {
        var associated = await cognito.AssociateSoftwareToken(new TotpOwner.SigningIn(command.Session), cancellationToken);
        if (associated.IsFailure(out var error, out var secret)) return error;
        if (secret.Session is null) return AuthErrors.UpstreamInvalid.Because("a response without a session");
        return new TotpSetupInSignIn(new TotpSetup(secret.Value, OtpauthUri.Of(security.TotpIssuer, command.Username, secret.Value)), secret.Session);
    }
}
