using CognitoAuth.Domain;
using FluentValidation;

namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>A new password in place of a temporary one, with the attributes that the pool still wants.</summary>
internal sealed class NewPasswordRequired(PasswordPolicy policy, SecurityOptions security) : ChallengeAnswer("NEW_PASSWORD_REQUIRED")
{
    private readonly InlineValidator<AnswerChallengeCommand> _rules = RulesOf(policy, security);

    /// <inheritdoc/>
    public override bool SetsPassword => true;

    /// <inheritdoc/>
    public override void Validate(AnswerChallengeCommand command, ValidationContext<AnswerChallengeCommand> context)
    {
        foreach (var failure in _rules.Validate(command).Errors) context.AddFailure(failure);
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, Secret>> Responses(AnswerChallengeCommand command) =>
        (command.Attributes ?? new Dictionary<string, string>(StringComparer.Ordinal))
            .Select(attribute => KeyValuePair.Create($"userAttributes.{attribute.Key}", new Secret(attribute.Value)))
            .Append(KeyValuePair.Create("NEW_PASSWORD", command.NewPassword!));

    private static InlineValidator<AnswerChallengeCommand> RulesOf(PasswordPolicy policy, SecurityOptions security)
    {
        var rules = new InlineValidator<AnswerChallengeCommand>();
        rules.RuleFor(command => command.NewPassword ?? Secret.Empty).Configure(rule => rule.PropertyName = "newPassword").ChosenPassword(policy);
        rules.RuleFor(command => command.Attributes).Attributes(security);
        return rules;
    }
}
