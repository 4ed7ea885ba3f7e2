namespace CognitoAuth.Application.Flows;

/// <summary>
/// Responds to requests for a code (resend, forgot). In <see cref="ExistenceErrors.Hidden"/> mode the response does not wait for the message: for an unknown name Cognito sends none and is fast, so
/// the wait would reveal it. An error that is the same for every account, such as an outage, is returned if it occurs before the response is due; later ones are logged.
/// </summary>
internal sealed class CodeSending(AccountPrivacy privacy, IBackgroundFlows background, SecurityOptions security, TimeProvider time)
{
    // Shorter than the floor, so that slow and fast sends are released by the same timer.
    private readonly TimeSpan _patience = security.AnswerFloor * 0.9;

    /// <summary>Waits for the call, but not longer than the floor allows.</summary>
    /// <param name="sending">The started call to Cognito.</param>
    /// <param name="username">The name as the caller typed it.</param>
    /// <param name="cancellationToken">Ends the wait, not the call.</param>
    public async Task<Result<CodeDelivery>> Complete(Task<Result<CodeDelivery>> sending, string username, CancellationToken cancellationToken)
    {
        if (!privacy.IsHidden || _patience <= TimeSpan.Zero) return AsSent(await sending, username);

        await ((Task)sending).WaitAsync(_patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (sending.IsCompleted) return AsSent(await sending, username);

        background.Track(nameof(CodeSending), LogFailure(sending));
        cancellationToken.ThrowIfCancellationRequested();
        return MaskedDelivery.From(username);
    }

    // The same whether the account exists or not.
    private Result<CodeDelivery> AsSent(Result<CodeDelivery> sent, string username)
    {
        if (!privacy.IsHidden) return sent;
        if (sent.IsFailure(out var error))
        {
            if (privacy.MayReveal(error, Disclosure.Anyone)) return sent;
            privacy.LogHidden(error);
        }

        return MaskedDelivery.From(username);
    }

    private async Task LogFailure(Task<Result<CodeDelivery>> sending)
    {
        if ((await sending).Error is { } error) privacy.LogHidden(error);
    }
}
