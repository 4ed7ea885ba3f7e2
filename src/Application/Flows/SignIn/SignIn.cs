namespace CognitoAuth.Application.Flows.SignIn;

/// <summary>Starts a sign-in.</summary>
[Audited("sign_in.succeeded", "sign_in.failed")]
public sealed record SignInCommand(string Username) : IPublicFlow<SignInOutcome>
{
    /// <summary>How to sign in; not used with a <see cref="Session"/>.</summary>
    public SignInMethod Method { get; init; }

    /// <summary>For <see cref="SignInMethod.Password"/>.</summary>
    public Secret? Password { get; init; }

    /// <summary>The client's public SRP value in hexadecimal, for <see cref="SignInMethod.Srp"/>.</summary>
    public string? SrpA { get; init; }

    /// <summary>The remembered device, if there is one.</summary>
    public string? DeviceKey { get; init; }

    /// <summary>From a confirmed sign-up: signs the user in without another code.</summary>
    public Secret? Session { get; init; }

    /// <inheritdoc/>
    /// <remarks>With a password only the owner succeeds; the other methods return a challenge to anyone.</remarks>
    public AnswerFloor AnswerFloor => Method is SignInMethod.Password || Session is not null ? AnswerFloor.Failures : AnswerFloor.Always;

    /// <inheritdoc/>
    public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits)
    {
        var perAccount = limits.SignInPerAccount.OfAccount("sign-in", Username);
        return PreferredChallenge is { } preferred && ChallengeAnswers.Known.MaySendCode(preferred) ? [perAccount, .. CodeLimits.Of(limits, Username)] : [perAccount];
    }

    /// <inheritdoc/>
    /// <remarks>The same error for unknown, disabled, unconfirmed and locked accounts and for a wrong password. The owner of a sign-up session may see that it was used.</remarks>
    public Disclosure Reveals => Session is null ? Disclosure.Anyone : Disclosure.RequestFault;

    /// <summary>Cognito's name of the challenge that the method requests.</summary>
    internal string? PreferredChallenge => Method switch
    {
        SignInMethod.EmailOtp => "EMAIL_OTP",
        SignInMethod.SmsOtp => "SMS_OTP",
        SignInMethod.Passkey => ChallengeAnswers.WebAuthn,
        _ => null,
    };

    string? IPublicFlow.AccountName => Username;
}

/// <summary>The methods of sign-in.</summary>
public enum SignInMethod
{
    /// <summary>Username and password.</summary>
    Password,

    /// <summary>The user chooses from the methods that the pool offers (<c>USER_AUTH</c>).</summary>
    Choice,

    /// <summary>A code by e-mail.</summary>
    EmailOtp,

    /// <summary>A code by SMS.</summary>
    SmsOtp,

    /// <summary>A passkey.</summary>
    Passkey,

    /// <summary>Secure Remote Password: the password does not leave the client.</summary>
    Srp,

    /// <summary>The challenges of the pool's own triggers.</summary>
    Custom,
}

internal sealed class SignInValidator : AbstractValidator<SignInCommand>
{
    public SignInValidator()
    {
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.Method).Must(Enum.IsDefined).WithMessage("It must be one of the documented methods.");
        RuleFor(command => command.Password ?? Secret.Empty).TypedPassword().OverridePropertyName("password").When(command => command is { Method: SignInMethod.Password, Session: null });
        RuleFor(command => command.SrpA)
            .NotEmpty().WithMessage("It is required for the method srp.")
            .MaximumLength(2048).WithMessage("It must have at most 2,048 characters.")
            .Matches(@"^[0-9A-Fa-f]*\z").WithMessage("It must be a hexadecimal number.")
            .When(command => command.Method is SignInMethod.Srp);
        RuleFor(command => command.DeviceKey).OptionalDeviceKey();
        RuleFor(command => command.Session).OptionalSession();
    }
}

internal sealed class SignInHandler(ICognitoGateway cognito, SessionAdmission admission, PasskeyChallenges passkeys, FlowContext context)
    : IFlowHandler<SignInCommand, SignInOutcome>
{
    public async Task<Result<SignInOutcome>> Handle(SignInCommand command, CancellationToken cancellationToken)
    {
        context.Audit.Factor = command.Session is null ? command.Method.ToString() : "ConfirmedSignUp";
        var isPasskey = command is { Method: SignInMethod.Passkey, Session: null };
        if (isPasskey && !passkeys.MayStart) return AuthErrors.NotEnabled.Because("Cognito:Passkeys:RelyingPartyId is not set");

        var mark = await admission.Mark(cancellationToken);
        var started = await cognito.StartSignIn(command.Username, StartOf(command) with { DeviceKey = command.DeviceKey }, cancellationToken);
        if (isPasskey) started = passkeys.Conceal(started, command.Username);

        if (started.IsFailure(out _, out var outcome)) return started;

        await admission.Admit(outcome, mark, command.Username, cancellationToken);
        return outcome;
    }

    private static SignInStart StartOf(SignInCommand command) => command switch
    {
        { Session: { } session } => new SignInStart.ConfirmedSignUp(session),
        { Method: SignInMethod.Password } => new SignInStart.Password(command.Password!),
        { Method: SignInMethod.Srp } => new SignInStart.Srp(command.SrpA!),
        { Method: SignInMethod.Custom } => new SignInStart.Custom(),
        _ => new SignInStart.Choice(command.PreferredChallenge),
    };
}
