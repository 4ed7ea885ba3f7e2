using CognitoAuth.Application.Notifications;

namespace CognitoAuth.Application.Flows.Registration;

/// <summary>Creates an account.</summary>
[Audited("sign_up.succeeded", "sign_up.failed")]
public sealed record SignUpCommand(string Username, Secret Password) : IPublicFlow<SignUpOutcome>
{
    /// <summary>User attributes by name: <c>email</c>.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    /// <summary>Only for the pre sign-up trigger; not stored.</summary>
    public IReadOnlyDictionary<string, string>? ValidationData { get; init; }

    /// <inheritdoc/>
    public AnswerFloor AnswerFloor => AnswerFloor.Always;

    /// <inheritdoc/>
    public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits) => CodeLimits.Of(limits, Username, Attributes);

    /// <inheritdoc/>
    public Disclosure Reveals => Disclosure.RequestFault;

    string? IPublicFlow.AccountName => Username;
}

internal sealed class SignUpValidator : AbstractValidator<SignUpCommand>
{
    public SignUpValidator(PasswordPolicy policy, SecurityOptions security)
    {
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.Password).ChosenPassword(policy);
        RuleFor(command => command.Attributes).Attributes(security);
        RuleFor(command => command.ValidationData).Metadata();
    }
}

internal sealed class SignUpHandler(ICognitoGateway cognito, AccountPrivacy privacy, IBackgroundFlows background, INotifications notifications) : IFlowHandler<SignUpCommand, SignUpOutcome>
{
    public async Task<Result<SignUpOutcome>> Handle(SignUpCommand command, CancellationToken cancellationToken)
    {
        var signedUp = await cognito.SignUp(command.Username, command.Password, command.Attributes, command.ValidationData, cancellationToken);
        if (!signedUp.IsFailure(out var error, out var outcome)) notifications.Publish(Notification(command, outcome));
        if (!privacy.IsHidden) return signedUp;

        if (error is not null)
        {
            // Refusals by the pool's trigger or of a member concern the request: a refused attribute must not look like a created account.
            if (error.IsAnyOf(AuthErrors.RejectedByTrigger, AuthErrors.TriggerFailed, AuthErrors.InvalidParameter)) error = error with { Disclosure = Disclosure.RequestFault };
            if (privacy.MayReveal(error, command.Reveals)) return error;
            privacy.LogHidden(error);

            // The owner of a taken but unconfirmed name gets a new code; for a confirmed one Cognito refuses to send it.
            if (error.Is(AuthErrors.UsernameTaken)) background.Enqueue(new ResendCodeCommand(command.Username));
        }

        // The same response for free and taken names, derived from the request alone.
        return new SignUpOutcome.ConfirmationRequired(MaskedDelivery.From(command.Username, command.Attributes));
    }

    private static SignedUp Notification(SignUpCommand command, SignUpOutcome outcome)
    {
        var (subject, isConfirmed) = outcome switch
        {
            SignUpOutcome.Confirmed confirmed => (confirmed.UserId, true),
            SignUpOutcome.ConfirmationRequired required => (required.UserId, false),
            _ => (null, false),
        };
        return new SignedUp(command.Username, subject, isConfirmed) { Attributes = command.Attributes };
    }
}
