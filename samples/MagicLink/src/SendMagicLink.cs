using CognitoAuth.Application.Flows;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Pipeline.RateLimits;
using CognitoAuth.Domain;
using FluentValidation;

namespace MagicLink;

/// <summary>Mails a link that signs the user in. It succeeds for every name, so that it does not reveal who has an account.</summary>
public sealed record SendMagicLinkCommand(string Username) : IPublicFlow<Success>
{
    /// <inheritdoc/>
    /// <remarks>Each mail counts as a code. The sign-in that the flow sends has its own limits.</remarks>
    public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits) => [limits.CodesPerAccount.OfAccount("magic-link", Username)];
}

internal sealed class SendMagicLinkValidator : AbstractValidator<SendMagicLinkCommand>
{
    public SendMagicLinkValidator() => RuleFor(command => command.Username).Username();
}

internal sealed class SendMagicLinkHandler(IFlows flows, PendingSignIns pending) : IFlowHandler<SendMagicLinkCommand, Success>
{
    public async Task<Result<Success>> Handle(SendMagicLinkCommand command, CancellationToken cancellationToken)
    {
        // The pool's triggers make the link and mail it. They return only its id.
        var started = await flows.Send(new SignInCommand(command.Username) { Method = SignInMethod.Custom }, cancellationToken);
        if (started.IsFailure(out var error, out var outcome)) return error.Disclosure is Disclosure.Anyone ? error : default(Success);

        if (outcome is not SignInOutcome.ChallengeRequired { Challenge: { Session: { } session } challenge } || challenge.Parameters?.GetValueOrDefault("link_id") is not { } linkId)
        {
            return AuthErrors.Misconfigured.Because("the pool's triggers gave no link_id");
        }

        await pending.Keep(linkId, new PendingSignIn(challenge.Name, session, challenge.Username), cancellationToken);
        return default(Success);
    }
}
