using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Notifications;

namespace CognitoAuth.Application.Flows.Password;

/// <summary>Changes the signed-in user's password. All sessions end, including the caller's, unless <see cref="KeepSessions"/> is set.</summary>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="CurrentPassword">Absent only for users without a password.</param>
/// <param name="NewPassword">It must meet the pool's policy.</param>
[Audited("password.changed", "password.change_failed")]
public sealed record ChangePasswordCommand(Secret AccessToken, Secret? CurrentPassword, Secret NewPassword) : IProtectedFlow<Success>
{
    /// <summary>Keeps all sessions.</summary>
    public bool KeepSessions { get; init; }

    /// <inheritdoc/>
    public bool IsSensitive => true;
}

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordCommand>
{
    public ChangePasswordValidator(PasswordPolicy policy)
    {
        RuleFor(command => command.CurrentPassword!).TypedPassword().When(command => command.CurrentPassword is not null);
        RuleFor(command => command.NewPassword).ChosenPassword(policy);
    }
}

internal sealed class ChangePasswordHandler(ICognitoGateway cognito, FlowContext context, SessionEnding sessions, INotifications notifications) : IFlowHandler<ChangePasswordCommand, Success>
{
    public async Task<Result<Success>> Handle(ChangePasswordCommand command, CancellationToken cancellationToken)
    {
        var changed = await cognito.ChangePassword(command.AccessToken, command.CurrentPassword, command.NewPassword, cancellationToken);
        if (changed.IsFailure(out _)) return changed;
        if (command.KeepSessions)
        {
            Publish(sessionsEnded: false);
            return changed;
        }

        // Not canceled, since a caller who disconnects must not leave the sessions alive.
        var ended = await sessions.EndAll(context.Caller.Subject, context.Caller.AuthTime, () => cognito.GlobalSignOut(command.AccessToken, CancellationToken.None), CancellationToken.None);
        Publish(sessionsEnded: ended.Error is null);
        return SessionsAfterChange.Of(ended);

        void Publish(bool sessionsEnded) => notifications.Publish(new PasswordChanged(context.Caller.Username!, context.Caller.Subject, PasswordChange.Changed, sessionsEnded));
    }
}
