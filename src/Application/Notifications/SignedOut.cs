using CognitoAuth.Application.Flows.Session;

namespace CognitoAuth.Application.Notifications;

/// <summary>
/// The user signed out: this API refuses the session's access tokens, or all of the user's, and Cognito has done what it can. A sign-out that is repeated is published again. Sessions also end by
/// <see cref="PasswordChanged"/>, <see cref="AccountDeleted"/> and <see cref="RefreshTokenReused"/>. Not published where nobody knows whose session it was: a dead refresh token alone.
/// </summary>
/// <param name="Scope">What was ended.</param>
/// <param name="Session">The session that was ended, or that of the caller who ended all.</param>
/// <param name="Subject">The user's <c>sub</c>.</param>
public sealed record SignedOut(SignOutScope Scope, SessionId Session, string Subject) : Notification;
