using CognitoAuth.Application.Notifications;

namespace CognitoAuth.Application.Flows.Registration;

/// <summary>Confirms an account with its code.</summary>
[Audited("sign_up.confirmed", "sign_up.confirmation_failed")]
public sealed record ConfirmSignUpCommand(string Username, Secret Code) : IPublicFlow<ConfirmedSignUp>
{
    /// <summary>From the sign-up's response, so that the user can sign in without typing the password again.</summary>
    public Secret? Session { get; init; }

    /// <inheritdoc/>
    public AnswerFloor AnswerFloor => AnswerFloor.Failures;

    /// <inheritdoc/>
    public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits) => [limits.SignInPerAccount.OfAccount("confirm", Username)];

    /// <inheritdoc/>
    /// <remarks>The same error for unknown, confirmed and locked accounts and for wrong, used and expired codes.</remarks>
    public AuthError HiddenAs => AuthErrors.CodeMismatch;

    string? IPublicFlow.AccountName => Username;
}

/// <summary>A confirmed account.</summary>
/// <param name="Session">Lets the user sign in immediately, if the pool offers it.</param>
public sealed record ConfirmedSignUp(Secret? Session);

internal sealed class ConfirmSignUpValidator : AbstractValidator<ConfirmSignUpCommand>
{
    public ConfirmSignUpValidator()
    {
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.Code).Code();
        RuleFor(command => command.Session).OptionalSession();
    }
}

internal sealed class ConfirmSignUpHandler(ICognitoGateway cognito, INotifications notifications) : IFlowHandler<ConfirmSignUpCommand, ConfirmedSignUp>
{
    public async Task<Result<ConfirmedSignUp>> Handle(ConfirmSignUpCommand command, CancellationToken cancellationToken)
    {
        var confirmed = await cognito.ConfirmSignUp(command.Username, command.Code, command.Session, cancellationToken);
        if (!confirmed.IsFailure(out var error, out var session))
        {
            notifications.Publish(new SignUpConfirmed(command.Username));
            return new ConfirmedSignUp(session);
        }

        // Cognito returns this only for a correct code, so only to the owner of the address.
        return error.Is(AuthErrors.AliasTaken) ? error with { Disclosure = Disclosure.Anyone } : error;
    }
}
