namespace CognitoAuth.Application.Flows.Mfa;

/// <summary>Turns the signed-in user's second factors on or off, and sets the preferred one.</summary>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="Preferences">What to change; at least one factor.</param>
[Audited("mfa.changed", "mfa.change_failed")]
public sealed record SetMfaPreferenceCommand(Secret AccessToken, MfaPreferences Preferences) : IProtectedFlow<Success>
{
    /// <inheritdoc/>
    public bool IsSensitive => true;
}

internal sealed class SetMfaPreferenceValidator : AbstractValidator<SetMfaPreferenceCommand>
{
    public SetMfaPreferenceValidator() => RuleFor(command => command.Preferences).Custom((preferences, context) =>
    {
        (string Name, MfaPreference? Preference)[] factors = [("sms", preferences.Sms), ("totp", preferences.Totp), ("email", preferences.Email), ("passkey", preferences.Passkey)];
        var isEmpty = Array.TrueForAll(factors, factor => factor.Preference is null);
        var preferred = factors.Count(factor => factor.Preference?.Preferred is true);
        foreach (var (name, preference) in factors)
        {
            if (isEmpty) context.AddFailure(name, "At least one factor is required.");
            if (preference is { Enabled: null }) context.AddFailure($"{name}.enabled", "It must be true or false.");
            if (preference is not { Preferred: true }) continue;
            if (preferred > 1) context.AddFailure($"{name}.preferred", "Only one factor can be preferred.");
            if (preference is { Enabled: false }) context.AddFailure($"{name}.preferred", "A factor that is off cannot be preferred.");
            if (name == "passkey") context.AddFailure($"{name}.preferred", "A passkey cannot be preferred.");
        }
    });
}

internal sealed class SetMfaPreferenceHandler(ICognitoGateway cognito) : IFlowHandler<SetMfaPreferenceCommand, Success>
{
    public Task<Result<Success>> Handle(SetMfaPreferenceCommand command, CancellationToken cancellationToken) =>
        cognito.SetUserMFAPreference(command.AccessToken, command.Preferences, cancellationToken);
}
