using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using FluentValidation;

namespace MagicLink;

/// <summary>Signs in the user who opened the link.</summary>
/// <param name="Token">The part of the link behind the <c>#</c>: its id, a dot, its secret.</param>
public sealed record VerifyMagicLinkCommand(Secret Token) : IPublicFlow<SignInOutcome>
{
    /// <inheritdoc/>
    public AuthError HiddenAs => MagicLinkErrors.Invalid;
}

internal sealed class VerifyMagicLinkValidator : AbstractValidator<VerifyMagicLinkCommand>
{
    public VerifyMagicLinkValidator() => RuleFor(command => command.Token)
        .Must(token => token.Reveal() is { Length: <= 128 } text && text.Split('.') is [{ Length: > 0 }, { Length: > 0 }])
        .WithMessage("It must be the token of a link.");
}

internal sealed class VerifyMagicLinkHandler(IFlows flows, PendingSignIns pending) : IFlowHandler<VerifyMagicLinkCommand, SignInOutcome>
{
    public async Task<Result<SignInOutcome>> Handle(VerifyMagicLinkCommand command, CancellationToken cancellationToken)
    {
        var parts = command.Token.Reveal().Split('.');
        if (await pending.Find(linkId: parts[0], cancellationToken) is not { } signIn) return MagicLinkErrors.Invalid.Because("no sign-in waits for it");

        // The pool accepts one answer to a session, for a short time. So the link works once, for a short time.
        var answer = new AnswerChallengeCommand(signIn.Challenge, signIn.Session, signIn.Username) { Answer = new Secret(parts[1]) };
        return await flows.Send(answer, cancellationToken);
    }
}
