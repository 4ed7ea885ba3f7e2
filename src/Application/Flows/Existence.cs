using CognitoAuth.Domain;

namespace CognitoAuth.Application.Flows;

/// <summary>Keeps to itself who has an account. Cognito's own setting hides only missing users; unconfirmed, disabled and reset-required ones still show (facts 1.10).</summary>
internal sealed class Existence(SecurityOptions security)
{
    /// <summary>Whether answers must not depend on the account.</summary>
    public bool IsHidden { get; } = security.ExistenceErrors is ExistenceErrors.Hidden;

    /// <summary>The error as it may be told: itself when it is alike for every name, else the one that all account-dependent errors of the flow become.</summary>
    public AuthError Hide(AuthError error, AuthError instead) =>
        IsHidden && DependsOnAccount(error) ? instead with { Reason = error.Reason is null ? error.Code : $"{error.Code}: {error.Reason}" } : error;

    /// <summary>Answers that a code was sent, whether or not there was an account to send it to (resend, forgot).</summary>
    public Result<CodeDelivery> AnswerAsSent(Result<CodeDelivery> sent, string username) =>
        !IsHidden || (sent.IsFailure(out var error) && !DependsOnAccount(error)) ? sent : MaskedDelivery.From(username);

    /// <summary>Whether an error can differ between names. New codes do, until they are listed here.</summary>
    public static bool DependsOnAccount(AuthError error) => error.Code switch
    {
        "rate_limited" => false,
        "blocked" => false,
        "internal_error" or "misconfigured" or "not_enabled" => false,
        "upstream_invalid" or "upstream_unavailable" or "upstream_throttled" or "upstream_timeout" or "outcome_unknown" => false,
        "keys_unavailable" or "revocation_unavailable" => false,
        _ => true,
    };
}
