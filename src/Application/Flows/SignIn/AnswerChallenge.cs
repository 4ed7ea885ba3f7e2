using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using CognitoAuth.Application.Flows.SignIn.Challenges;
using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using FluentValidation;

namespace CognitoAuth.Application.Flows.SignIn;

/// <summary>Answers a challenge of a sign-in. Which members an answer has is told in <c>Challenges</c>, one file each.</summary>
/// <param name="Name">Cognito's name of the challenge.</param>
/// <param name="Session">From the challenge; <c>PASSWORD_VERIFIER</c> has none in some pools.</param>
/// <param name="Username">From the challenge.</param>
public sealed record AnswerChallengeCommand(string Name, Secret? Session, string Username) : IPublicFlow<SignInOutcome>, IAuditedFlow
{
    /// <summary>A code from a message or an authenticator.</summary>
    public Secret? Code { get; init; }

    /// <summary>In place of a temporary password.</summary>
    public Secret? NewPassword { get; init; }

    /// <summary>Attributes that the pool wants with the new password.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    /// <summary>One of the challenge's options.</summary>
    public string? Choice { get; init; }

    /// <summary>The user's password.</summary>
    public Secret? Password { get; init; }

    /// <summary>The browser's <c>AuthenticationResponseJSON</c>.</summary>
    public JsonElement? Credential { get; init; }

    /// <summary>The client's public SRP value in hexadecimal.</summary>
    public string? SrpA { get; init; }

    /// <summary>The client's SRP proof.</summary>
    public SrpProof? Srp { get; init; }

    /// <summary>The answer to a question of the pool's triggers.</summary>
    public Secret? Answer { get; init; }

    /// <summary>Cognito's <c>ChallengeResponses</c> as they are, for challenges that are not known here.</summary>
    public IReadOnlyDictionary<string, Secret>? Responses { get; init; }

    /// <summary>The remembered device, where there is one.</summary>
    public string? DeviceKey { get; init; }

    /// <summary>For the pool's triggers.</summary>
    public IReadOnlyDictionary<string, string>? ClientMetadata { get; init; }

    /// <inheritdoc/>
    public AnswerFloor AnswerFloor => AnswerFloor.Failures;

    /// <inheritdoc/>
    public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits) =>
    [
        .. Session is null ? (IEnumerable<RateLimitKey>)[] : [limits.AttemptsPerSession.OfSession(Session)],
        limits.SignInPerAccount.OfAccount("sign-in", Username),
        .. ChoosesCode ? CodeLimits.Of(limits, Username) : [],
    ];

    // EMAIL_OTP, SMS_OTP, SMS_MFA, EMAIL_MFA: Cognito sends the code at once.
    private bool ChoosesCode => Choice?.StartsWith("EMAIL_", StringComparison.Ordinal) is true || Choice?.StartsWith("SMS_", StringComparison.Ordinal) is true;

    /// <inheritdoc/>
    /// <remarks>
    /// What is wrong with the answer itself, but not where the challenge may be one of ours: Cognito does not know it, and refuses it otherwise than a passkey that is wrong.
    /// </remarks>
    public Disclosure Reveals => Name == WebAuthn.ChallengeName ? Disclosure.Anyone : Disclosure.RequestFault;

    string IAuditedFlow.SuccessEvent => "sign_in.succeeded";

    string IAuditedFlow.FailureEvent => "challenge.failed";

    string? IAuditedFlow.AccountName => Username;
}

/// <summary>The proof that a client knows the password (Cognito's <c>PASSWORD_CLAIM_*</c>).</summary>
/// <param name="Signature">In Base64.</param>
/// <param name="SecretBlock">As the challenge carried it.</param>
/// <param name="Timestamp">As signed: <c>Mon Jan 2 15:04:05 UTC 2006</c>.</param>
public sealed record SrpProof([property: Required] Secret? Signature, [property: Required] Secret? SecretBlock, [property: Required] string? Timestamp);

internal sealed class AnswerChallengeValidator : AbstractValidator<AnswerChallengeCommand>
{
    private const int MaximumResponses = 20;

    // These are the gateway's to say.
    private static readonly string[] ReservedResponses = ["USERNAME", "SECRET_HASH"];

    public AnswerChallengeValidator(IEnumerable<ChallengeAnswer> answers)
    {
        var known = answers.ToDictionary(answer => answer.Name, StringComparer.Ordinal);
        RuleFor(command => command.Name).NotEmpty().MaximumLength(64).Matches(@"^[A-Z_]*\z").WithMessage("It must be the name of the challenge.");
        RuleFor(command => command.Session).OptionalSession();
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.DeviceKey).OptionalDeviceKey();
        RuleFor(command => command.ClientMetadata).Metadata();
        RuleFor(command => command).Custom((command, context) =>
        {
            if (known.TryGetValue(command.Name, out var answer)) answer.Validate(command, context);
            else if (command.Responses is not { Count: > 0 and <= MaximumResponses }) context.AddFailure("responses", $"This challenge is answered with 1 to {MaximumResponses} responses.");
            else if (command.Responses.Any(response => response.Value is null || ReservedResponses.Contains(response.Key, StringComparer.Ordinal))) context.AddFailure("responses", "They must be strings, and neither USERNAME nor SECRET_HASH.");
        });
    }
}

internal sealed class AnswerChallengeHandler(ICognitoGateway cognito, AccountPrivacy privacy, IEnumerable<ChallengeAnswer> answers, SessionAdmission admission, INotifications notifications, AuditTrail trail)
    : IFlowHandler<AnswerChallengeCommand, SignInOutcome>
{
    public async Task<Result<SignInOutcome>> Handle(AnswerChallengeCommand command, CancellationToken cancellationToken)
    {
        trail.Factor = command.Name;
        var known = answers.FirstOrDefault(answer => answer.Name == command.Name);
        var responses = (known?.Responses(command) ?? command.Responses!).ToDictionary(StringComparer.Ordinal);
        if (command.DeviceKey is { } deviceKey) responses["DEVICE_KEY"] = new Secret(deviceKey);

        var mark = await admission.Mark(cancellationToken);
        var answered = await cognito.RespondToAuthChallenge(command.Name, command.Session, command.Username, responses, command.ClientMetadata, cancellationToken);
        if (answered.IsFailure(out var error, out var outcome))
        {
            // An expired code reveals that one was sent, and so that there is an account.
            if (privacy.IsHidden && error.Is(AuthErrors.CodeExpired)) return AuthErrors.CodeMismatch.Because(error.Code);
            // These judge the answer, and so are the same for the challenge that Cognito invents for a name without an account.
            return error.IsAnyOf(AuthErrors.InvalidParameter, AuthErrors.MfaNotConfigured, AuthErrors.AliasTaken) ? error with { Disclosure = Disclosure.RequestFault } : error;
        }

        if (known?.SetsPassword is true) notifications.Publish(new PasswordChanged(command.Username, Subject: null, PasswordChange.TemporaryReplaced, SessionsEnded: false) { ClientMetadata = command.ClientMetadata });
        await admission.Admit(outcome, mark, command.Username, command.ClientMetadata, cancellationToken);
        return outcome;
    }
}
