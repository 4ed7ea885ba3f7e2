using CognitoAuth.Application.Pipeline.Observability;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// Decides which errors a caller gets, so that nobody learns who has an account. Cognito's own setting hides only missing users; unconfirmed, disabled and reset-required ones still show (<c>docs/cognito.md#user-existence</c>).
/// </summary>
internal sealed partial class AccountPrivacy(SecurityOptions security, ILogger<AccountPrivacy> logger, FlowContext context)
{
    /// <summary>Whether responses must not depend on the account.</summary>
    public bool IsHidden { get; } = security.ExistenceErrors is ExistenceErrors.Hidden;

    /// <summary>Whether the caller may get an error as it is.</summary>
    /// <param name="error">The error.</param>
    /// <param name="upTo">What the flow reveals at most.</param>
    public bool MayReveal(AuthError error, Disclosure upTo) => !IsHidden || error.Disclosure <= upTo;

    /// <summary>Logs an error that the caller does not get, since an operator must learn of mail that is not delivered and of triggers that fail.</summary>
    public void LogHidden(AuthError error)
    {
        context.Audit.HiddenError = error;
        var level = LoggingLevels.Of(error.Kind);
        Hidden(level is LogLevel.Information ? LogLevel.Debug : level, error.Code, error.Reason ?? "-");
    }

    [LoggerMessage("{ErrorCode} ({Reason}) is hidden from the caller, who could learn from it who has an account")]
    private partial void Hidden(LogLevel level, string errorCode, string reason);
}
