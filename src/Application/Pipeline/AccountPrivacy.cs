using CognitoAuth.Application.Pipeline.Observability;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// Decides which errors a caller gets, so that responses do not reveal which accounts exist. Cognito's own setting hides only missing users, not unconfirmed, disabled or reset-required ones (<c>docs/cognito.md#user-existence</c>).
/// </summary>
internal sealed partial class AccountPrivacy(SecurityOptions security, ILogger<AccountPrivacy> logger, FlowContext context)
{
    /// <summary>Whether responses must not depend on the account.</summary>
    public bool IsHidden { get; } = security.ExistenceErrors is ExistenceErrors.Hidden;

    /// <summary>Whether the caller may get an error as it is.</summary>
    /// <param name="error">The error.</param>
    /// <param name="upTo">What the flow reveals at most.</param>
    public bool MayReveal(AuthError error, Disclosure upTo) => !IsHidden || error.Disclosure <= upTo;

    /// <summary>Logs an error that is hidden from the caller: operators must see failed deliveries and failed triggers.</summary>
    public void LogHidden(AuthError error)
    {
        context.Audit.HiddenError = error;
        var level = LoggingLevels.Of(error.Kind);
        Hidden(level is LogLevel.Information ? LogLevel.Debug : level, error.Code, error.Reason ?? "-");
    }

    [LoggerMessage("{ErrorCode} ({Reason}) is hidden from the caller: it could reveal which accounts exist")]
    private partial void Hidden(LogLevel level, string errorCode, string reason);
}
