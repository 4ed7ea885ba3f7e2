using CognitoAuth.Application.Notifications;

namespace CognitoAuth.Application.Flows.SignIn;

/// <summary>Answers a challenge of a sign-in. <see cref="ChallengeAnswers"/> lists the members of each answer.</summary>
/// <param name="Name">Cognito's name of the challenge.</param>
/// <param name="Session">From the challenge; absent for <c>PASSWORD_VERIFIER</c> in some pools.</param>
/// <param name="Username">From the challenge.</param>
[Audited("sign_in.succeeded", "challenge.failed")]
public sealed record AnswerChallengeCommand(string Name, Secret? Session, string Username) : IPublicFlow<SignInOutcome>
{
    /// <summary>A code from a message or an authenticator.</summary>
    public Secret? Code { get; init; }

    /// <summary>The password that replaces a temporary one.</summary>
    public Secret? NewPassword { get; init; }

    /// <summary>The attributes that the pool requires with the new password.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    /// <summary>One of the challenge's options.</summary>
    public string? Choice { get; init; }

    /// <summary>The user's password.</summary>
    public Secret? Password { get; init; }

    /// <summary>The browser's <c>AuthenticationResponseJSON</c>.</summary>
    public JsonText? Credential { get; init; }

    /// <summary>The client's public SRP value in hexadecimal.</summary>
    public string? SrpA { get; init; }

    /// <summary>The client's SRP proof.</summary>
    public SrpProof? Srp { get; init; }

    /// <summary>The answer to a challenge of the pool's own triggers.</summary>
    public Secret? Answer { get; init; }

    /// <summary>Cognito's <c>ChallengeResponses</c>, passed on unchanged, for challenges that this API does not know.</summary>
    public IReadOnlyDictionary<string, Secret>? Responses { get; init; }

    /// <summary>The remembered device, if there is one.</summary>
    public string? DeviceKey { get; init; }

    /// <inheritdoc/>
    public AnswerFloor AnswerFloor => AnswerFloor.Failures;

    /// <inheritdoc/>
    public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits) => Limits(limits, ChallengeAnswers.Known);

    /// <summary>The same, with another table of challenges.</summary>
    internal IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits, ChallengeAnswers challenges) =>
    [
        .. Session is null ? (IEnumerable<RateLimitKey>)[] : [limits.AttemptsPerSession.OfSession(Session)],
        limits.SignInPerAccount.OfAccount("sign-in", Username),
        // Cognito sends the code of the chosen challenge immediately.
        .. Choice is not null && challenges.MaySendCode(Choice) ? CodeLimits.Of(limits, Username) : [],
    ];

    /// <inheritdoc/>
    public Disclosure Reveals => ChallengeAnswers.Known.Find(Name)?.Reveals ?? Disclosure.RequestFault;

    string? IPublicFlow.AccountName => Username;
}

/// <summary>The proof that a client knows the password (Cognito's <c>PASSWORD_CLAIM_*</c>).</summary>
/// <param name="Signature">In Base64.</param>
/// <param name="SecretBlock">From the challenge, unchanged.</param>
/// <param name="Timestamp">The time that was signed: <c>Mon Jan 2 15:04:05 UTC 2006</c>.</param>
public sealed record SrpProof(Secret? Signature, Secret? SecretBlock, string? Timestamp);

internal sealed class AnswerChallengeValidator : AbstractValidator<AnswerChallengeCommand>
{
    private const int MaximumResponses = 20;

    public AnswerChallengeValidator(PasswordPolicy policy, SecurityOptions security)
    {
        var newPassword = NewPasswordRules(policy, security);
        RuleFor(command => command.Name).NotEmpty().MaximumLength(64).Matches(@"^[A-Z_]*\z").WithMessage("It must be the name of the challenge.");
        RuleFor(command => command.Session).OptionalSession();
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.DeviceKey).OptionalDeviceKey();
        RuleFor(command => command).Custom((command, context) =>
        {
            if (ChallengeAnswers.Known.Find(command.Name) is { } challenge)
            {
                foreach (var member in challenge.Members)
                {
                    if (member.FaultOf(command, challenge.Name) is { } fault) context.AddFailure(member.Path, fault);
                }

                if (challenge.SetsPassword) newPassword.Validate(command).Errors.ForEach(context.AddFailure);
            }
            else if (command.Responses is not { Count: > 0 and <= MaximumResponses }) context.AddFailure("responses", $"This challenge requires 1 to {MaximumResponses} responses.");
            else if (command.Responses.Values.Any(response => response is null)) context.AddFailure("responses", "Its values must be strings.");
        });
    }

    private static InlineValidator<AnswerChallengeCommand> NewPasswordRules(PasswordPolicy policy, SecurityOptions security)
    {
        var rules = new InlineValidator<AnswerChallengeCommand>();
        rules.RuleFor(command => command.NewPassword ?? Secret.Empty).Configure(rule => rule.PropertyName = "newPassword").ChosenPassword(policy);
        rules.RuleFor(command => command.Attributes).Attributes(security);
        return rules;
    }
}

internal sealed class AnswerChallengeHandler(ICognitoGateway cognito, AccountPrivacy privacy, SessionAdmission admission, INotifications notifications, FlowContext context)
    : IFlowHandler<AnswerChallengeCommand, SignInOutcome>
{
    public async Task<Result<SignInOutcome>> Handle(AnswerChallengeCommand command, CancellationToken cancellationToken)
    {
        context.Audit.Factor = command.Name;
        var challenge = ChallengeAnswers.Known.Find(command.Name);
        var answer = challenge?.Read(command) ?? new ChallengeAnswer.Raw(command.Responses!);

        var mark = await admission.Mark(cancellationToken);
        var answered = await cognito.RespondToAuthChallenge(
            new AnsweredChallenge(command.Name, command.Session, command.Username, answer) { DeviceKey = command.DeviceKey }, cancellationToken);
        if (answered.IsFailure(out var error, out var outcome))
        {
            // An expired code reveals that one was sent, and so that the account exists.
            if (privacy.IsHidden && error.Is(AuthErrors.CodeExpired)) return AuthErrors.CodeMismatch.Because(error.Code);
            // These depend on the answer alone, and so are the same for the challenge that Cognito generates for an unknown name.
            return error.IsAnyOf(AuthErrors.InvalidParameter, AuthErrors.MfaNotConfigured, AuthErrors.AliasTaken) ? error with { Disclosure = Disclosure.RequestFault } : error;
        }

        if (challenge?.SetsPassword is true) notifications.Publish(new PasswordChanged(command.Username, Subject: null, PasswordChange.TemporaryReplaced, SessionsEnded: false));
        await admission.Admit(outcome, mark, command.Username, cancellationToken);
        return outcome;
    }
}
