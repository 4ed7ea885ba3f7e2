namespace CognitoAuth.Application.Notifications;

/// <summary>A refresh token was used again after it was replaced: one of two clients has stolen it. What can be revoked of its session was.</summary>
/// <param name="Session">The session, if this process replaced the token and remembers it.</param>
/// <param name="Subject">The user's <c>sub</c>, on the same condition.</param>
public sealed record RefreshTokenReused(SessionId? Session, string? Subject) : Notification;
