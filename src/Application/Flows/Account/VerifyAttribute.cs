namespace CognitoAuth.Application.Flows.Account;

/// <summary>Verifies the signed-in user's e-mail address or phone number with the code that was sent to it.</summary>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="Name"><c>email</c> or <c>phone_number</c>.</param>
/// <param name="Code">From the message.</param>
[Audited("attribute.verified", "attribute.verification_failed")]
public sealed record VerifyAttributeCommand(Secret AccessToken, string Name, Secret Code) : IProtectedFlow<Success>;

internal sealed class VerifyAttributeValidator : AbstractValidator<VerifyAttributeCommand>
{
    public VerifyAttributeValidator()
    {
        RuleFor(command => command.Name).ContactAttribute();
        RuleFor(command => command.Code).Code();
    }
}

internal sealed class VerifyAttributeHandler(ICognitoGateway cognito) : IFlowHandler<VerifyAttributeCommand, Success>
{
    public Task<Result<Success>> Handle(VerifyAttributeCommand command, CancellationToken cancellationToken) =>
        cognito.VerifyUserAttribute(command.AccessToken, command.Name, command.Code, cancellationToken);
}
