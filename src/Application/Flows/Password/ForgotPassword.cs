using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using FluentValidation;
using MediatR;

namespace CognitoAuth.Application.Flows.Password;

/// <summary>Sends a code with which the password can be reset.</summary>
public sealed record ForgotPasswordCommand(string Username) : IPublicFlow<CodeDelivery>
{
    /// <summary>For the pool's triggers.</summary>
    public IReadOnlyDictionary<string, string>? ClientMetadata { get; init; }
}

internal sealed class ForgotPasswordValidator : AbstractValidator<ForgotPasswordCommand>
{
    public ForgotPasswordValidator()
    {
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.ClientMetadata).Metadata();
    }
}

internal sealed class ForgotPasswordHandler(ICognitoGateway cognito, Existence existence) : IRequestHandler<ForgotPasswordCommand, Result<CodeDelivery>>
{
    public async Task<Result<CodeDelivery>> Handle(ForgotPasswordCommand command, CancellationToken cancellationToken)
    {
        var sent = await cognito.ForgotPassword(command.Username, command.ClientMetadata, cancellationToken);
        return existence.AnswerAsSent(sent, command.Username);
    }
}
