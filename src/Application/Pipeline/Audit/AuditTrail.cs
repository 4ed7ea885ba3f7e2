namespace CognitoAuth.Application.Pipeline.Audit;

/// <summary>The members that a flow adds to its security event. Never add text from a caller.</summary>
public sealed class AuditTrail
{
    /// <summary>A more specific event than the flow's own: <c>refresh_token.reused</c>.</summary>
    public string? Event { get; set; }

    /// <summary>How the user proved who they are, or must do next: a sign-in method, or Cognito's name of a challenge.</summary>
    public string? Factor { get; set; }

    /// <summary>The user's <c>sub</c>.</summary>
    public string? Subject { get; set; }

    /// <summary>The session: <see cref="VerifiedToken.SessionText"/>.</summary>
    public string? SessionText { get; set; }

    /// <summary>The app client of the token.</summary>
    public string? ClientId { get; private set; }

    /// <summary>The actual error, if the caller gets another one or none.</summary>
    internal AuthError? HiddenError { get; set; }

    /// <summary>Adds the user, session and client of a token that was verified, or that Cognito has just returned.</summary>
    public void Add(VerifiedToken token) => (Subject, SessionText, ClientId) = (token.Subject, token.SessionText, token.ClientId);
}
