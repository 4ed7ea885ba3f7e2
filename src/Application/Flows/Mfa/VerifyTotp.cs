namespace CognitoAuth.Application.Flows.Mfa;

/// <summary>Registers the signed-in user's authenticator with a code of its new secret. Sign-ins use it after it is turned on.</summary>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="Code">The authenticator's current code.</param>
[Audited("mfa.changed", "mfa.change_failed")]
public sealed record VerifyTotpCommand(Secret AccessToken, Secret Code) : IProtectedFlow<Success>
{
    /// <summary>The user's name for the authenticator.</summary>
    public string? DeviceName { get; init; }

    /// <inheritdoc/>
    public bool IsSensitive => true;
}

internal sealed class VerifyTotpValidator : AbstractValidator<VerifyTotpCommand>
{
    public VerifyTotpValidator()
    {
        RuleFor(command => command.Code).TotpCode();
        RuleFor(command => command.DeviceName).OptionalDeviceName();
    }
}

internal sealed class VerifyTotpHandler(ICognitoGateway cognito) : IFlowHandler<VerifyTotpCommand, Success>
{
    public async Task<Result<Success>> Handle(VerifyTotpCommand command, CancellationToken cancellationToken)
    {
        var verified = await cognito.VerifySoftwareToken(new TotpOwner.SignedIn(command.AccessToken), command.Code, command.DeviceName, cancellationToken);
        return verified.Map(_ => default(Success));
    }
}
