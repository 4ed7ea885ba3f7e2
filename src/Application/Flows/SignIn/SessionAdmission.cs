using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Pipeline.Audit;

namespace CognitoAuth.Application.Flows.SignIn;

/// <summary>
/// What there is to do once a sign-in ends with a session: subscribers are told, and the session is let in if it began in the very second in which the user's earlier sign-ins were ended.
/// See <see cref="IRevocations.Admit"/>.
/// </summary>
internal sealed class SessionAdmission(IAccessTokenVerifier verifier, IRevocations revocations, INotifications notifications, FlowContext context)
{
    /// <summary>Taken before the sign-in, or its next step, is sent to Cognito.</summary>
    public ValueTask<RevocationMark> Mark(CancellationToken cancellationToken) => revocations.Mark(cancellationToken);

    /// <summary>Admits the session, if the step ended with one.</summary>
    /// <param name="outcome">How the step ended.</param>
    /// <param name="mark">From before it.</param>
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
