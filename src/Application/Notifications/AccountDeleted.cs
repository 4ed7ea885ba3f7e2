namespace CognitoAuth.Application.Notifications;

/// <summary>The user deleted the account. Delete what you store about the user.</summary>
/// <param name="Username">The user's name in the pool.</param>
/// <param name="Subject">The user's <c>sub</c>.</param>
public sealed record AccountDeleted(string Username, string Subject) : Notification;
