using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.Application.Flows;

/// <summary>
/// Answers to calls for a code (resend, forgot). In <see cref="ExistenceErrors.Hidden"/> mode they do not wait for the message: for a name without an account Cognito sends none and is quick, so
/// the wait would tell. What Cognito says before the answer is due is told where it is alike for every name, an outage above all; what it says later is for the log.
/// </summary>
internal sealed class CodeSending(Existence existence, IBackgroundFlows background, SecurityOptions security, TimeProvider time)
{
    // Before the floor, so that whoever is waited for and whoever is not are answered by the same timer.
    private readonly TimeSpan _patience = security.AnswerFloor * 0.9;

    /// <summary>The answer to the caller.</summary>
    /// <param name="sending">The call to Cognito, under way.</param>
    /// <param name="username">The name as the caller typed it.</param>
    /// <param name="cancellationToken">Ends the wait, not the call.</param>
    public async Task<Result<CodeDelivery>> Answer(Task<Result<CodeDelivery>> sending, string username, CancellationToken cancellationToken)
    {
        if (!existence.IsHidden || _patience <= TimeSpan.Zero) return existence.AnswerAsSent(await sending, username);

        await ((Task)sending).WaitAsync(_patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (sending.IsCompleted) return existence.AnswerAsSent(await sending, username);

        background.Finish(nameof(CodeSending), NoteFailure(sending));
        cancellationToken.ThrowIfCancellationRequested();
        return MaskedDelivery.From(username);
    }

    private async Task NoteFailure(Task<Result<CodeDelivery>> sending)
    {
        if ((await sending).Error is { } error) existence.Note(error);
    }
}
