using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Pipeline.Audit;

namespace CognitoAuth.Application.Flows.SignIn;

/// <summary>
/// Runs after each step of a sign-in. If it completed the sign-in, it publishes <see cref="SignedIn"/> and admits the session if it started in the second of a global sign-out
/// (<see cref="IRevocations.Admit"/>).
/// </summary>
internal sealed class SessionAdmission(IAccessTokenVerifier verifier, IRevocations revocations, INotifications notifications, FlowContext context)
{
    /// <summary>Take it before the sign-in, or its next step, is sent to Cognito.</summary>
    public ValueTask<RevocationMark> Mark(CancellationToken cancellationToken) => revocations.Mark(cancellationToken);

    /// <summary>Admits the session, if the step completed the sign-in.</summary>
    /// <param name="outcome">How the step ended.</param>
    /// <param name="mark">Taken before the step.</param>
    /// <param name="username">As the caller sent it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask Admit(SignInOutcome outcome, RevocationMark mark, string username, CancellationToken cancellationToken)
    {
        if (outcome is SignInOutcome.ChallengeRequired required) (context.Audit.Event, context.Audit.Factor) = (AuditLog.SignInChallenged, required.Challenge.Name);
        if (outcome is not SignInOutcome.Tokens tokens) return;
        var isReadable = !verifier.ReadIssued(tokens.Set.AccessToken).IsFailure(out _, out var token);
        notifications.Publish(new SignedIn(token?.Username ?? username, token?.Subject, token?.Session));
        if (!isReadable) return;
        context.Audit.Add(token!);
        await revocations.Admit(token!, mark, cancellationToken);
    }
}
