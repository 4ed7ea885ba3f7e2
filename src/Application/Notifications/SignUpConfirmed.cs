namespace CognitoAuth.Application.Notifications;

/// <summary>An account was confirmed with the code that was sent to it.</summary>
/// <param name="Username">As the caller typed it.</param>
public sealed record SignUpConfirmed(string Username) : Notification;
