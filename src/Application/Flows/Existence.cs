using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Application.Flows;

/// <summary>Keeps to itself who has an account. Cognito's own setting hides only missing users; unconfirmed, disabled and reset-required ones still show (<c>docs/cognito.md#user-existence</c>).</summary>
public sealed partial class Existence(SecurityOptions security, ILogger<Existence> logger, FlowContext context)
{
    /// <summary>Whether answers must not depend on the account.</summary>
    public bool IsHidden { get; } = security.ExistenceErrors is ExistenceErrors.Hidden;

    /// <summary>The error as it may be told: itself when it is alike for every name, else the one that all account-dependent errors of the flow become.</summary>
    public AuthError Hide(AuthError error, AuthError instead)
    {
        if (!IsHidden || error.IsAlikeForEveryName) return error;
        Note(error);
        return instead with { Reason = error.Reason is null ? error.Code : $"{error.Code}: {error.Reason}" };
    }

    /// <summary>
    /// For callers with tokens, who know that there is an account: hides only its state, which the contract tells nobody here. To them a token of a disabled user is one that is not valid.
    /// </summary>
    public AuthError HideState(AuthError error, AuthError instead) => error.Code is "user_not_confirmed" or "password_reset_required" or "user_disabled" ? Hide(error, instead) : error;

    /// <summary>Answers that a code was sent, whether or not there was an account to send it to (resend, forgot).</summary>
    public Result<CodeDelivery> AnswerAsSent(Result<CodeDelivery> sent, string username)
    {
        if (!IsHidden) return sent;
        if (sent.IsFailure(out var error))
        {
            if (error.IsAlikeForEveryName) return sent;
            Note(error);
        }

        return MaskedDelivery.From(username);
    }

    /// <summary>Logs an error that is not told, since an operator must learn of mail that is not delivered and of triggers that fail.</summary>
    public void Note(AuthError error)
    {
        context.Audit.NotTold = error;
        NotTold(LoggingLevels.Of(error.Kind) is LogLevel.Information ? LogLevel.Debug : LoggingLevels.Of(error.Kind), error.Code, error.Reason ?? "-");
    }

    [LoggerMessage("{ErrorCode} ({Reason}) is not told to the caller, who could learn from it who has an account")]
    private partial void NotTold(LogLevel level, string errorCode, string reason);
}
