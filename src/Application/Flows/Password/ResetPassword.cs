using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Notifications;

namespace CognitoAuth.Application.Flows.Password;

/// <summary>Sets a new password with a code. With IAM credentials all sessions of the user end; without them, Cognito offers no way to end them.</summary>
[Audited("password.reset", "password.reset_failed")]
public sealed record ResetPasswordCommand(string Username, Secret Code, Secret NewPassword) : IPublicFlow<Success>
{
    /// <inheritdoc/>
    public AnswerFloor AnswerFloor => AnswerFloor.Failures;

    /// <inheritdoc/>
    public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits) => [limits.SignInPerAccount.OfAccount("reset", Username)];

    /// <inheritdoc/>
    /// <remarks>A refused password must never look like a changed one. This API's policy has already refused it for every account, unless the pool's policy is stricter.</remarks>
    public Disclosure Reveals => Disclosure.RequestFault;

    /// <inheritdoc/>
    public AuthError HiddenAs => AuthErrors.CodeMismatch;

    string? IPublicFlow.AccountName => Username;
}

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPasswordCommand>
{
    public ResetPasswordValidator(PasswordPolicy policy)
    {
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.Code).Code();
        RuleFor(command => command.NewPassword).ChosenPassword(policy);
    }
}

internal sealed class ResetPasswordHandler(ICognitoGateway cognito, SessionEnding sessions, UserPoolSettings pool, INotifications notifications) : IFlowHandler<ResetPasswordCommand, Success>
{
    public async Task<Result<Success>> Handle(ResetPasswordCommand command, CancellationToken cancellationToken)
    {
        var reset = await cognito.ConfirmForgotPassword(command.Username, command.Code, command.NewPassword, cancellationToken);
        if (reset.Error is not null) return reset;

        string? subject = null;
        Result<Success>? ended = pool.HasAdminApi ? await EndSessions() : null;
        notifications.Publish(new PasswordChanged(command.Username, subject, PasswordChange.Reset, SessionsEnded: ended is { Error: null }));
        return ended is null ? default(Success) : SessionsAfterChange.Of(ended);

        async Task<Result<Success>> EndSessions()
        {
            var user = await cognito.AdminGetUser(command.Username, cancellationToken);
            return user.IsFailure(out var unknown, out var profile) ? unknown
                : profile.Attributes.TryGetValue("sub", out subject) ? await sessions.EndAll(subject, DateTimeOffset.UnixEpoch, () => cognito.AdminUserGlobalSignOut(profile.Username, cancellationToken), cancellationToken)
                : AuthErrors.UpstreamInvalid.Because("a user without a sub");
        }
    }
}
