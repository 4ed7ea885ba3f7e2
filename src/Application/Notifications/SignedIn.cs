namespace CognitoAuth.Application.Notifications;

/// <summary>A sign-in completed, with any method and any number of challenges. A refresh is not a sign-in.</summary>
/// <param name="Username">The user's name in the pool.</param>
/// <param name="Subject">The user's <c>sub</c>; <see langword="null"/> if the access token could not be read.</param>
/// <param name="Session">The new session; <see langword="null"/> if the access token could not be read.</param>
public sealed record SignedIn(string Username, string? Subject, SessionId? Session) : Notification;
