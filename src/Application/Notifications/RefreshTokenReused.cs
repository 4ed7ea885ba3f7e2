namespace CognitoAuth.Application.Notifications;

/// <summary>A refresh token was used after its rotation: one of two clients has stolen it. The session was revoked as far as possible.</summary>
/// <param name="Session">The session, if this process rotated the token and remembers it.</param>
/// <param name="Subject">The user's <c>sub</c>, on the same condition.</param>
public sealed record RefreshTokenReused(SessionId? Session, string? Subject) : Notification;
