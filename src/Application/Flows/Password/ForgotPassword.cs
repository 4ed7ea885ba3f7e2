namespace CognitoAuth.Application.Flows.Password;

/// <summary>Sends a code with which the password can be reset.</summary>
[Audited("password.reset_requested", "password.reset_request_failed")]
public sealed record ForgotPasswordCommand(string Username) : IPublicFlow<CodeDelivery>
{
    /// <inheritdoc/>
    public AnswerFloor AnswerFloor => AnswerFloor.Always;

    /// <inheritdoc/>
    public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits) => CodeLimits.Of(limits, Username);

    string? IPublicFlow.AccountName => Username;
}

internal sealed class ForgotPasswordValidator : AbstractValidator<ForgotPasswordCommand>
{
    public ForgotPasswordValidator() => RuleFor(command => command.Username).Username();
}

internal sealed class ForgotPasswordHandler(ICognitoGateway cognito, CodeSending codes) : IFlowHandler<ForgotPasswordCommand, CodeDelivery>
{
    public Task<Result<CodeDelivery>> Handle(ForgotPasswordCommand command, CancellationToken cancellationToken) =>
        codes.Complete(cognito.ForgotPassword(command.Username, cancellationToken), command.Username, cancellationToken);
}
