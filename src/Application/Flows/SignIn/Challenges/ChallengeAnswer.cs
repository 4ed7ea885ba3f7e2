using CognitoAuth.Domain;
using FluentValidation;

namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>
/// How one kind of challenge is answered: which members of the request it takes and what Cognito calls them (<c>docs/cognito.md#challenges</c>). One file each, found by scanning; a kind that has none
/// passes through by <see cref="AnswerChallengeCommand.Responses"/>.
/// </summary>
/// <param name="name">Cognito's name of the challenge.</param>
/// <param name="members">The members of the answer.</param>
internal abstract class ChallengeAnswer(string name, params ChallengeAnswer.Member[] members)
{
    /// <summary>Cognito's name of the challenge.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the user has a new password once Cognito took the answer.</summary>
    public virtual bool SetsPassword => false;

    /// <summary>Adds what is wrong with the answer, keyed by member.</summary>
    public virtual void Validate(AnswerChallengeCommand command, ValidationContext<AnswerChallengeCommand> context)
    {
        foreach (var member in members)
        {
            if (member.Value(command) is not { IsEmpty: false } value)
            {
                if (member.IsRequired) context.AddFailure(member.Path, $"The challenge {Name} needs it.");
            }
            else if (value.Reveal().Length > member.MaximumLength)
            {
                context.AddFailure(member.Path, $"It must have at most {member.MaximumLength} characters.");
            }
            else if (member.Form?.IsMet(command) is false)
            {
                context.AddFailure(member.Path, member.Form.Value.Otherwise);
            }
        }
    }

    /// <summary>Cognito's <c>ChallengeResponses</c>, but for <c>USERNAME</c> and <c>SECRET_HASH</c>.</summary>
    public virtual IEnumerable<KeyValuePair<string, Secret>> Responses(AnswerChallengeCommand command) =>
        members.Where(member => member.Value(command) is { IsEmpty: false }).Select(member => KeyValuePair.Create(member.Response, member.Value(command)!));

    /// <summary>One member of an answer.</summary>
    /// <param name="Path">The JSON member.</param>
    /// <param name="Response">What Cognito calls it.</param>
    /// <param name="Value">Reads it.</param>
    internal sealed record Member(string Path, string Response, Func<AnswerChallengeCommand, Secret?> Value)
    {
        /// <summary>Whether the answer must have it.</summary>
        public bool IsRequired { get; init; } = true;

        /// <summary>In characters.</summary>
        public int MaximumLength { get; init; } = 2_048;

        /// <summary>What it must look like, and what to say where it does not.</summary>
        public (Func<AnswerChallengeCommand, bool> IsMet, string Otherwise)? Form { get; init; }

        /// <summary>A code from a message or an authenticator.</summary>
        public static Member Code(string response) => new("code", response, command => command.Code);

        /// <summary>The user's password.</summary>
        public static Member Password() => new("password", "PASSWORD", command => command.Password) { MaximumLength = PasswordPolicy.MaximumLength };

        /// <summary>The client's public SRP value.</summary>
        public static Member SrpA() => new("srpA", "SRP_A", command => command.SrpA is { } value ? new Secret(value) : null);

        /// <summary>The signature of an SRP proof.</summary>
        public static Member SrpSignature() => new("srp.signature", "PASSWORD_CLAIM_SIGNATURE", command => command.Srp?.Signature);

        /// <summary>What an SRP challenge carried, sent back.</summary>
        public static Member SrpSecretBlock() => new("srp.secretBlock", "PASSWORD_CLAIM_SECRET_BLOCK", command => command.Srp?.SecretBlock) { MaximumLength = 8_192 };

        /// <summary>The time that an SRP proof signed.</summary>
        public static Member SrpTimestamp() => new("srp.timestamp", "TIMESTAMP", command => command.Srp?.Timestamp is { } value ? new Secret(value) : null);

        /// <summary>The device that the challenge is about.</summary>
        public static Member DeviceKey() => new("deviceKey", "DEVICE_KEY", command => command.DeviceKey is { } value ? new Secret(value) : null);

        /// <summary>The browser's answer to a passkey request, as JSON text.</summary>
        public static Member Credential() => new("credential", "CREDENTIAL", command => command.Credential is { } value ? new Secret(value.Text) : null)
        {
            MaximumLength = 16_384,
            Form = (command => command.Credential is { IsObject: true }, "It must be the object that the browser made (AuthenticationResponseJSON)."),
        };

        /// <summary>What the user chose.</summary>
        public static Member Choice() => new("choice", "ANSWER", command => command.Choice is { } value ? new Secret(value) : null);
    }
}
