using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Notifications;

namespace CognitoAuth.Application.Flows.Account;

/// <summary>Deletes the signed-in user, and ends all sessions.</summary>
[Audited("account.deleted", "account.deletion_failed")]
public sealed record DeleteMeCommand(Secret AccessToken) : IProtectedFlow<Success>
{
    /// <inheritdoc/>
    public bool IsSensitive => true;
}

/// <summary>There is nothing to validate beside the token, which the pipeline does.</summary>
internal sealed class DeleteMeValidator : AbstractValidator<DeleteMeCommand>;

internal sealed class DeleteMeHandler(ICognitoGateway cognito, FlowContext context, SessionEnding sessions, INotifications notifications) : IFlowHandler<DeleteMeCommand, Success>
{
    public async Task<Result<Success>> Handle(DeleteMeCommand command, CancellationToken cancellationToken)
    {
        // Deleted first: were the sessions ended first and the deletion failed, the caller could not repeat it.
        var deleted = await cognito.DeleteUser(command.AccessToken, cancellationToken);
        if (deleted.IsFailure(out var error)) return error;
        notifications.Publish(new AccountDeleted(context.Caller.Username!, context.Caller.Subject));

        // Cognito's sessions are gone with the user. A caller who goes away must not leave ours alive.
        var ended = await sessions.EndAll(context.Caller.Subject, context.Caller.AuthTime, () => Task.FromResult(deleted), CancellationToken.None);
        return ended.IsFailure(out var unrecorded) ? unrecorded with { Detail = "The account was deleted, but its access tokens could not be ended. Try again." } : ended;
    }
}
