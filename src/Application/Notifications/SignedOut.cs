using CognitoAuth.Application.Flows.Session;

namespace CognitoAuth.Application.Notifications;

/// <summary>
/// The user signed out: this API refuses the access tokens of the session or of all the user's sessions, and Cognito revoked what it could. A repeated sign-out is published again. Sessions also end
/// with <see cref="PasswordChanged"/>, <see cref="AccountDeleted"/> and <see cref="RefreshTokenReused"/>. Not published if the session is not known: for an invalid refresh token alone.
/// </summary>
/// <param name="Scope">What ended.</param>
/// <param name="Session">The session that ended; for all sessions, the caller's.</param>
/// <param name="Subject">The user's <c>sub</c>.</param>
public sealed record SignedOut(SignOutScope Scope, SessionId Session, string Subject) : Notification;
