namespace CognitoAuth.Application.Flows.SignIn;

/// <summary>
/// The known challenges, one row each (<c>docs/cognito.md#challenges</c>): the members of the answer, what its failure may reveal, and whether Cognito sends a code.
/// Any other challenge is answered with <see cref="AnswerChallengeCommand.Responses"/>.
/// </summary>
public sealed class ChallengeAnswers
{
    /// <summary>The challenge of a passkey.</summary>
    internal const string WebAuthn = "WEB_AUTHN";

    private const string EmailAddress = "email";
    private const string PhoneNumber = "phone_number";

    private readonly Dictionary<string, ChallengeRow> _rows;

    internal ChallengeAnswers(IEnumerable<ChallengeRow> rows) => _rows = rows.ToDictionary(row => row.Name, StringComparer.Ordinal);

    /// <summary>Cognito's challenges.</summary>
    public static ChallengeAnswers Known { get; } = new(
    [
        new("SMS_MFA", Code, Member.Code) { SendsCodeTo = PhoneNumber },
        new("SOFTWARE_TOKEN_MFA", Code, Member.Code),
        new("EMAIL_OTP", Code, Member.Code) { SendsCodeTo = EmailAddress },
        new("SMS_OTP", Code, Member.Code) { SendsCodeTo = PhoneNumber },
        new("NEW_PASSWORD_REQUIRED", command => new ChallengeAnswer.NewPassword(command.NewPassword!, command.Attributes)) { SetsPassword = true },
        new("SELECT_MFA_TYPE", command => new ChallengeAnswer.Choice(command.Choice!), Member.Choice),
        new("SELECT_CHALLENGE", Choice, Member.Choice, Member.Password with { IsRequired = false }, Member.SrpA with { IsRequired = false }, Member.Credential with { IsRequired = false }),
        new("PASSWORD", command => new ChallengeAnswer.Password(command.Password!), Member.Password),
        new("PASSWORD_SRP", command => new ChallengeAnswer.SrpStart(command.SrpA!), Member.SrpA),
        new("PASSWORD_VERIFIER", Proof, Member.SrpSignature, Member.SrpSecretBlock, Member.SrpTimestamp),
        new("DEVICE_SRP_AUTH", command => new ChallengeAnswer.SrpStart(command.SrpA!), Member.SrpA, Member.DeviceKey),
        new("DEVICE_PASSWORD_VERIFIER", Proof, Member.SrpSignature, Member.SrpSecretBlock, Member.SrpTimestamp, Member.DeviceKey),
        // This API may have generated the challenge. Cognito does not know it then, and its error differs from that for a wrong passkey.
        new(WebAuthn, command => new ChallengeAnswer.Credential(CredentialOf(command)!), Member.Credential) { Reveals = Disclosure.Anyone },
        new("MFA_SETUP", _ => new ChallengeAnswer.Nothing()),
        new("CUSTOM_CHALLENGE", command => new ChallengeAnswer.Custom(command.Answer!), Member.Custom),
    ]);

    /// <summary>Cognito's names of the challenges.</summary>
    public IEnumerable<string> Names => _rows.Keys;

    internal IEnumerable<ChallengeRow> Rows => _rows.Values;

    /// <summary>The attribute that a challenge's code is sent to: <c>email</c>. <see langword="null"/> if the challenge sends none or is not known.</summary>
    public string? DestinationOf(string challenge) => Find(challenge)?.SendsCodeTo;

    /// <summary>The row of a challenge.</summary>
    internal ChallengeRow? Find(string challenge) => _rows.GetValueOrDefault(challenge);

    /// <summary>Whether Cognito may send a code when the challenge is chosen. True for a challenge that is not known.</summary>
    internal bool MaySendCode(string challenge) => Find(challenge) is not { SendsCodeTo: null };

    private static ChallengeAnswer.Code Code(AnswerChallengeCommand command) => new(command.Code!);

    private static ChallengeAnswer.SrpProof Proof(AnswerChallengeCommand command) => new(command.Srp!.Signature!, command.Srp.SecretBlock!, command.Srp.Timestamp!);

    private static ChallengeAnswer.Choice Choice(AnswerChallengeCommand command) => new(command.Choice!)
    {
        WithPassword = command.Password is { IsEmpty: false } ? command.Password : null,
        WithSrpPublicValue = command.SrpA is { Length: > 0 } ? command.SrpA : null,
        WithCredential = CredentialOf(command),
    };

    private static Secret? CredentialOf(AnswerChallengeCommand command) => command.Credential is { } credential ? new Secret(credential.Text) : null;

    /// <summary>The possible members of an answer.</summary>
    private static class Member
    {
        public static readonly AnswerMember Code = new("code", command => LengthOf(command.Code));
        public static readonly AnswerMember Choice = new("choice", command => command.Choice?.Length ?? 0);
        public static readonly AnswerMember Password = new("password", command => LengthOf(command.Password)) { MaximumLength = PasswordPolicy.MaximumLength };
        public static readonly AnswerMember SrpA = new("srpA", command => command.SrpA?.Length ?? 0);
        public static readonly AnswerMember SrpSignature = new("srp.signature", command => LengthOf(command.Srp?.Signature));
        public static readonly AnswerMember SrpSecretBlock = new("srp.secretBlock", command => LengthOf(command.Srp?.SecretBlock)) { MaximumLength = 8_192 };
        public static readonly AnswerMember SrpTimestamp = new("srp.timestamp", command => command.Srp?.Timestamp?.Length ?? 0);
        public static readonly AnswerMember DeviceKey = new("deviceKey", command => command.DeviceKey?.Length ?? 0);
        public static readonly AnswerMember Custom = new("answer", command => LengthOf(command.Answer));

        public static readonly AnswerMember Credential = new("credential", command => command.Credential?.Text.Length ?? 0)
        {
            MaximumLength = 16_384,
            Form = (command => command.Credential is { IsObject: true }, "It must be the object that the browser returned (AuthenticationResponseJSON)."),
        };

        private static int LengthOf(Secret? secret) => secret?.Reveal().Length ?? 0;
    }
}

/// <summary>One challenge.</summary>
/// <param name="Name">Cognito's name of it.</param>
/// <param name="Read">Creates the answer from a validated command.</param>
/// <param name="Members">The members of the request that the answer consists of.</param>
internal sealed record ChallengeRow(string Name, Func<AnswerChallengeCommand, ChallengeAnswer> Read, params AnswerMember[] Members)
{
    /// <summary>The attribute that Cognito sends the challenge's code to; <see langword="null"/> if it sends none. Sent codes count against limits.</summary>
    public string? SendsCodeTo { get; init; }

    /// <summary>What a refused answer may reveal.</summary>
    public Disclosure Reveals { get; init; } = Disclosure.RequestFault;

    /// <summary>Whether the answer sets a new password, which the pool's policy then applies to.</summary>
    public bool SetsPassword { get; init; }
}

/// <summary>One member of an answer.</summary>
/// <param name="Path">The JSON member.</param>
/// <param name="Length">Its length in characters; 0 if it is missing.</param>
internal sealed record AnswerMember(string Path, Func<AnswerChallengeCommand, int> Length)
{
    /// <summary>Whether the answer must have it.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>In characters.</summary>
    public int MaximumLength { get; init; } = 2_048;

    /// <summary>Its required form, and the fault otherwise.</summary>
    public (Func<AnswerChallengeCommand, bool> IsMet, string Otherwise)? Form { get; init; }

    /// <summary>Its fault in an answer to a challenge.</summary>
    public string? FaultOf(AnswerChallengeCommand command, string challenge) => Length(command) switch
    {
        0 => IsRequired ? $"It is required for the challenge {challenge}." : null,
        var length when length > MaximumLength => $"It must have at most {MaximumLength} characters.",
        _ => Form is { } form && !form.IsMet(command) ? form.Otherwise : null,
    };
}
