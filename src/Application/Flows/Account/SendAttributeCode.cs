namespace CognitoAuth.Application.Flows.Account;

/// <summary>Sends the signed-in user a code that verifies an e-mail address or phone number.</summary>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="Name"><c>email</c> or <c>phone_number</c>.</param>
[Audited("attribute.code_requested", "attribute.code_request_failed")]
public sealed record SendAttributeCodeCommand(Secret AccessToken, string Name) : IProtectedFlow<CodeDelivery>
{
    /// <inheritdoc/>
    public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits, VerifiedToken caller) => [limits.CodesPerAccount.OfAccount(CodeLimits.Caller, caller.Subject)];
}

internal sealed class SendAttributeCodeValidator : AbstractValidator<SendAttributeCodeCommand>
{
    public SendAttributeCodeValidator() => RuleFor(command => command.Name).ContactAttribute();
}

internal sealed class SendAttributeCodeHandler(ICognitoGateway cognito) : IFlowHandler<SendAttributeCodeCommand, CodeDelivery>
{
    public Task<Result<CodeDelivery>> Handle(SendAttributeCodeCommand command, CancellationToken cancellationToken) =>
        cognito.GetUserAttributeVerificationCode(command.AccessToken, command.Name, cancellationToken);
}
