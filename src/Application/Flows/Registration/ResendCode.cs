namespace CognitoAuth.Application.Flows.Registration;

/// <summary>Sends a new code for an unconfirmed account.</summary>
[Audited("sign_up.code_requested", "sign_up.code_request_failed")]
public sealed record ResendCodeCommand(string Username) : IPublicFlow<CodeDelivery>
{
    /// <inheritdoc/>
    public AnswerFloor AnswerFloor => AnswerFloor.Always;

    /// <inheritdoc/>
    public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits) => CodeLimits.Of(limits, Username);

    string? IPublicFlow.AccountName => Username;
}

internal sealed class ResendCodeValidator : AbstractValidator<ResendCodeCommand>
{
    public ResendCodeValidator() => RuleFor(command => command.Username).Username();
}

internal sealed class ResendCodeHandler(ICognitoGateway cognito, CodeSending codes) : IFlowHandler<ResendCodeCommand, CodeDelivery>
{
    public Task<Result<CodeDelivery>> Handle(ResendCodeCommand command, CancellationToken cancellationToken) =>
        codes.Complete(cognito.ResendConfirmationCode(command.Username, cancellationToken), command.Username, cancellationToken);
}
