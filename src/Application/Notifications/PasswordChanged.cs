namespace CognitoAuth.Application.Notifications;

/// <summary>A user has a new password.</summary>
/// <param name="Username">The user's name in the pool; of a reset, as the caller typed it.</param>
/// <param name="Subject">The user's <c>sub</c>, where it is known.</param>
/// <param name="How">In which way.</param>
/// <param name="SessionsEnded">Whether the earlier sessions were ended too. If not, they were to be kept, could not be ended, or there were none.</param>
public sealed record PasswordChanged(string Username, string? Subject, PasswordChange How, bool SessionsEnded) : Notification;

/// <summary>The ways to a new password.</summary>
public enum PasswordChange
{
    /// <summary>By the signed-in user.</summary>
    Changed,

    /// <summary>With a code that was sent, since it was forgotten.</summary>
    Reset,

    /// <summary>In place of a temporary one, during a sign-in (<c>NEW_PASSWORD_REQUIRED</c>). A challenge may still follow.</summary>
    TemporaryReplaced,
}
