namespace CognitoAuth.Application.Notifications;

/// <summary>A user has a new password.</summary>
/// <param name="Username">The user's name in the pool; for a reset, as the caller typed it.</param>
/// <param name="Subject">The user's <c>sub</c>, if known.</param>
/// <param name="How">How it changed.</param>
/// <param name="SessionsEnded">Whether the earlier sessions were ended too. If not, the caller kept them, they could not be ended, or there were none.</param>
public sealed record PasswordChanged(string Username, string? Subject, PasswordChange How, bool SessionsEnded) : Notification;

/// <summary>How a password changed.</summary>
public enum PasswordChange
{
    /// <summary>By the signed-in user.</summary>
    Changed,

    /// <summary>With a code, after the user forgot it.</summary>
    Reset,

    /// <summary>Replaced a temporary one during a sign-in (<c>NEW_PASSWORD_REQUIRED</c>). A challenge may still follow.</summary>
    TemporaryReplaced,
}
