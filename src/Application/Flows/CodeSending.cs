namespace CognitoAuth.Application.Flows;

/// <summary>
/// Responses to calls for a code (resend, forgot). In <see cref="ExistenceErrors.Hidden"/> mode they do not wait for the message: for a name without an account Cognito sends none and is quick, so
/// the wait would reveal it. An error that is the same for every account, an outage above all, is returned if it comes before the response is due; later ones are logged.
/// </summary>
internal sealed class CodeSending(AccountPrivacy privacy, IBackgroundFlows background, SecurityOptions security, TimeProvider time)
{
    // Shorter than the floor, so that slow and fast sends are released by the same timer.
    private readonly TimeSpan _patience = security.AnswerFloor * 0.9;

    /// <summary>What the caller gets.</summary>
    /// <param name="sending">The call to Cognito, under way.</param>
    /// <param name="username">The name as the caller typed it.</param>
    /// <param name="cancellationToken">Ends the wait, not the call.</param>
    public async Task<Result<CodeDelivery>> Answer(Task<Result<CodeDelivery>> sending, string username, CancellationToken cancellationToken)
    {
        if (!privacy.IsHidden || _patience <= TimeSpan.Zero) return AsSent(await sending, username);

        await ((Task)sending).WaitAsync(_patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (sending.IsCompleted) return AsSent(await sending, username);

        background.Finish(nameof(CodeSending), LogFailure(sending));
        cancellationToken.ThrowIfCancellationRequested();
        return MaskedDelivery.From(username);
    }

    // The same whether or not there is an account to send a code to.
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
