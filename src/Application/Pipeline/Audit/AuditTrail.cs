namespace CognitoAuth.Application.Pipeline.Audit;

/// <summary>What a flow learns that belongs into its security event. Give it nothing that a caller typed.</summary>
public sealed class AuditTrail
{
    /// <summary>A more exact name of what happened than the flow's own: <c>refresh_token.reused</c>.</summary>
    public string? Event { get; set; }

    /// <summary>How the user proved to be who he is, or must next: a sign-in method, or Cognito's name of a challenge.</summary>
    public string? Factor { get; set; }

    /// <summary>The user's <c>sub</c>.</summary>
    public string? Subject { get; set; }

    /// <summary>The session: <see cref="VerifiedToken.SessionText"/>.</summary>
    public string? SessionText { get; set; }

    /// <summary>The app client of the token.</summary>
    public string? ClientId { get; private set; }

    /// <summary>What really happened, where the caller gets another error or none.</summary>
    internal AuthError? HiddenError { get; set; }

    /// <summary>Takes the user, session and client of a token that was verified, or that Cognito has just answered.</summary>
    public void Add(VerifiedToken token) => (Subject, SessionText, ClientId) = (token.Subject, token.SessionText, token.ClientId);
}
