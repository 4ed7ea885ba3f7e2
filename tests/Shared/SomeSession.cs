using CognitoAuth.Domain;

namespace CognitoAuth.Tests.Shared;

/// <summary>Verified access tokens, with ids that match their claims.</summary>
internal static class SomeSession
{
    /// <summary>The default user pool of tests.</summary>
    public static readonly UserPoolId Pool = new("eu-west-1_Example");

    /// <summary>A token of a new session.</summary>
    /// <param name="subject">The user's <c>sub</c>; by default that of a new user.</param>
    /// <param name="authTime">When the session began, and when the token was issued; by default five minutes ago.</param>
    /// <param name="pool">The user pool.</param>
    public static VerifiedToken Token(string? subject = null, DateTimeOffset? authTime = null, UserPoolId? pool = null)
    {
        var began = authTime ?? DateTimeOffset.UtcNow.AddMinutes(-5);
        return new VerifiedToken
        {
            Subject = subject ?? Guid.NewGuid().ToString(),
            Username = "jane",
            ClientId = "1example23456789",
            AuthTime = began,
            IssuedAt = began,
            ExpiresAt = began.AddHours(1),
            OriginJti = Guid.NewGuid().ToString(),
            Session = default,
            SubjectId = default,
        }.WithIds(pool);
    }

    /// <summary>The token with the ids that are derived from its claims.</summary>
    public static VerifiedToken WithIds(this VerifiedToken token, UserPoolId? pool = null) => token with
    {
        Session = SessionId.Of(pool ?? Pool, token.SessionText),
        SubjectId = SubjectId.Of(pool ?? Pool, token.Subject),
        FormerSession = SessionId.FormerOf(pool ?? Pool, token.SessionText),
    };

    /// <summary>The token with another <c>origin_jti</c>, or without one.</summary>
    public static VerifiedToken WithOriginJti(this VerifiedToken token, string? originJti) => (token with { OriginJti = originJti }).WithIds();

    /// <summary>The id of a session.</summary>
    public static SessionId IdOf(string session) => SessionId.Of(Pool, session);

    /// <summary>The id of a user.</summary>
    public static SubjectId SubjectOf(string subject) => SubjectId.Of(Pool, subject);
}
