using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Notifications;

namespace CognitoAuth.Application.Flows.Account;

/// <summary>Deletes the signed-in user and ends all sessions.</summary>
[Audited("account.deleted", "account.deletion_failed")]
public sealed record DeleteMeCommand(Secret AccessToken) : IProtectedFlow<Success>
{
    /// <inheritdoc/>
    public bool IsSensitive => true;
}

internal sealed class DeleteMeValidator : AbstractValidator<DeleteMeCommand>;

internal sealed class DeleteMeHandler(ICognitoGateway cognito, FlowContext context, SessionEnding sessions, INotifications notifications) : IFlowHandler<DeleteMeCommand, Success>
{
    public async Task<Result<Success>> Handle(DeleteMeCommand command, CancellationToken cancellationToken)
    {
        // Deleted first: if the sessions ended first and the deletion failed, the caller could not repeat it.
        var deleted = await cognito.DeleteUser(command.AccessToken, cancellationToken);
        if (deleted.IsFailure(out var error)) return error;
        notifications.Publish(new AccountDeleted(context.Caller.Username!, context.Caller.Subject));

        // Cognito ended its sessions with the user. Not canceled, since a caller who disconnects must not leave sessions alive here.
        var ended = await sessions.EndAll(context.Caller.Subject, context.Caller.AuthTime, () => Task.FromResult(deleted), CancellationToken.None);
        return ended.IsFailure(out var unrecorded) ? unrecorded with { Detail = "The account was deleted, but its access tokens could not be revoked. Try again." } : ended;
    }
}
