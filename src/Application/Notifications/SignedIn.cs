namespace CognitoAuth.Application.Notifications;

/// <summary>A sign-in ended with tokens, by whatever method and after however many challenges. A refresh is no sign-in.</summary>
/// <param name="Username">The user's name in the pool.</param>
/// <param name="Subject">The user's <c>sub</c>; <see langword="null"/> when the access token could not be read.</param>
/// <param name="Session">The new session; <see langword="null"/> when the access token could not be read.</param>
public sealed record SignedIn(string Username, string? Subject, SessionId? Session) : Notification;
