using System.Reflection;

namespace CognitoAuth.Domain;

/// <summary>Every error that the API returns. <c>docs/errors.md</c> explains each; a test compares the page with this list.</summary>
public static class AuthErrors
{
    /// <summary>The default <c>Retry-After</c>.</summary>
    private static readonly TimeSpan Shortly = TimeSpan.FromSeconds(5);

    /// <summary>Cognito counts attempts per user over up to an hour and does not report the remaining time.</summary>
    private static readonly TimeSpan AttemptWindow = TimeSpan.FromMinutes(15);

    // 400
    public static AuthError MalformedRequest { get; } = new("malformed_request", ErrorKind.Invalid, "The request could not be parsed. Send a JSON object in UTF-8 whose members have the documented types.") { Disclosure = Disclosure.RequestFault };
    public static AuthError ValidationFailed { get; } = new("validation_failed", ErrorKind.Invalid, "Members of the request are missing or invalid. See errors.") { Disclosure = Disclosure.RequestFault };
    public static AuthError CodeMismatch { get; } = new("code_mismatch", ErrorKind.Invalid, "The code is wrong, already used or expired. Check it, or request a new one.") { Disclosure = Disclosure.RequestFault };
    public static AuthError CodeExpired { get; } = new("code_expired", ErrorKind.Invalid, "The code has expired. Request a new one.");
    public static AuthError InvalidPassword { get; } = new("invalid_password", ErrorKind.Invalid, "The password does not meet the password policy. See errors.") { Disclosure = Disclosure.RequestFault };
    public static AuthError PasswordReused { get; } = new("password_reused", ErrorKind.Invalid, "The password was used before. Choose a different one.") { Disclosure = Disclosure.RequestFault };
    public static AuthError InvalidParameter { get; } = new("invalid_parameter", ErrorKind.Invalid, "The user pool refused a member of the request.");
    public static AuthError MfaNotConfigured { get; } = new("mfa_not_configured", ErrorKind.Invalid, "This factor is not set up for the user.");
    public static AuthError PasskeyRejected { get; } = new("passkey_rejected", ErrorKind.Invalid, "The passkey was not accepted.") { Disclosure = Disclosure.RequestFault };
    public static AuthError RejectedByTrigger { get; } = new("rejected_by_trigger", ErrorKind.Invalid, "The user pool refused the request.");

    // 401
    public static AuthError InvalidCredentials { get; } = new("invalid_credentials", ErrorKind.Unauthenticated, "The username or password is wrong, or the account is not confirmed.");
    public static AuthError InvalidToken { get; } = new("invalid_token", ErrorKind.Unauthenticated, "A valid access token is required.");
    public static AuthError InvalidSession { get; } = new("invalid_session", ErrorKind.Unauthenticated, "The sign-in session was used or has expired. Start the sign-in again.") { Disclosure = Disclosure.RequestFault };
    public static AuthError InvalidRefreshToken { get; } = new("invalid_refresh_token", ErrorKind.Unauthenticated, "The refresh token is not valid. Sign in again.");
    public static AuthError RefreshTokenReused { get; } = new("refresh_token_reused", ErrorKind.Unauthenticated, "The refresh token was used before, so its session was ended. Sign in again.");

    // 403
    public static AuthError Forbidden { get; } = new("forbidden", ErrorKind.Forbidden, "The access token does not permit this.");
    public static AuthError ReauthenticationRequired { get; } = new("reauthentication_required", ErrorKind.Forbidden, "The last sign-in is too long ago. Sign in again, then repeat the request.");
    public static AuthError Blocked { get; } = new("blocked", ErrorKind.Forbidden, "The request was blocked.") { Disclosure = Disclosure.Anyone };
    public static AuthError UserNotConfirmed { get; } = new("user_not_confirmed", ErrorKind.Forbidden, "The account is not confirmed yet.") { Disclosure = Disclosure.AccountState };
    public static AuthError PasswordResetRequired { get; } = new("password_reset_required", ErrorKind.Forbidden, "The password must be reset first.") { Disclosure = Disclosure.AccountState };
    public static AuthError UserDisabled { get; } = new("user_disabled", ErrorKind.Forbidden, "The account is disabled.") { Disclosure = Disclosure.AccountState };

    // 404, 405, 409, 413, 415
    public static AuthError NotFound { get; } = new("not_found", ErrorKind.NotFound, "The resource does not exist.");
    public static AuthError MethodNotAllowed { get; } = new("method_not_allowed", ErrorKind.MethodNotAllowed, "This URL does not support this HTTP method.") { Disclosure = Disclosure.RequestFault };
    public static AuthError AliasTaken { get; } = new("alias_taken", ErrorKind.Conflict, "The e-mail address or phone number belongs to another account.");
    public static AuthError Conflict { get; } = new("conflict", ErrorKind.Conflict, "The account was changed at the same time. Try again.");
    public static AuthError UsernameTaken { get; } = new("username_taken", ErrorKind.Conflict, "The username belongs to another account.");
    public static AuthError PayloadTooLarge { get; } = new("payload_too_large", ErrorKind.TooLarge, "The request's body is larger than 64 KiB.") { Disclosure = Disclosure.RequestFault };
    public static AuthError UnsupportedMediaType { get; } = new("unsupported_media_type", ErrorKind.UnsupportedMedia, "Send the body as application/json in UTF-8.") { Disclosure = Disclosure.RequestFault };

    // 429
    public static AuthError RateLimited { get; } = new("rate_limited", ErrorKind.RateLimited, "Too many requests. Try again later.") { RetryAfter = Shortly, Disclosure = Disclosure.Anyone };
    public static AuthError AttemptsExceeded { get; } = new("attempts_exceeded", ErrorKind.RateLimited, "Too many attempts. Try again later.") { RetryAfter = AttemptWindow };

    // 500, 501, 502
    public static AuthError InternalError { get; } = new("internal_error", ErrorKind.Internal, "An internal error occurred. It was logged.") { Disclosure = Disclosure.Anyone };
    public static AuthError Misconfigured { get; } = new("misconfigured", ErrorKind.Internal, "The service is not configured correctly. The error was logged.") { Disclosure = Disclosure.Anyone };
    public static AuthError NotEnabled { get; } = new("not_enabled", ErrorKind.NotEnabled, "This feature is not enabled.") { Disclosure = Disclosure.Anyone };
    public static AuthError UpstreamInvalid { get; } = new("upstream_invalid", ErrorKind.BadUpstream, "The user pool returned an unexpected response.") { Disclosure = Disclosure.Anyone };
    public static AuthError TriggerFailed { get; } = new("trigger_failed", ErrorKind.BadUpstream, "A trigger of the user pool failed.");
    public static AuthError DeliveryFailed { get; } = new("delivery_failed", ErrorKind.BadUpstream, "The message could not be delivered.");

    // 503, 504
    public static AuthError UpstreamUnavailable { get; } = new("upstream_unavailable", ErrorKind.Unavailable, "The user pool is unavailable. Try again.") { RetryAfter = Shortly, Disclosure = Disclosure.Anyone };
    public static AuthError UpstreamThrottled { get; } = new("upstream_throttled", ErrorKind.Unavailable, "The user pool is busy. Try again.") { RetryAfter = Shortly, Disclosure = Disclosure.Anyone };
    public static AuthError OutcomeUnknown { get; } = new("outcome_unknown", ErrorKind.Unavailable, "The connection to the user pool was lost. The request may have taken effect.") { RetryAfter = Shortly, Disclosure = Disclosure.Anyone };
    public static AuthError KeysUnavailable { get; } = new("keys_unavailable", ErrorKind.Unavailable, "Tokens cannot be verified now. Try again.") { RetryAfter = Shortly, Disclosure = Disclosure.Anyone };
    public static AuthError RevocationUnavailable { get; } = new("revocation_unavailable", ErrorKind.Unavailable, "Sign-outs cannot be checked or recorded now. Try again.") { RetryAfter = Shortly, Disclosure = Disclosure.Anyone };
    public static AuthError UpstreamTimeout { get; } = new("upstream_timeout", ErrorKind.Timeout, "The user pool did not respond in time. Try again.") { Disclosure = Disclosure.Anyone };

    /// <summary>All errors, in the order above.</summary>
    public static IReadOnlyList<AuthError> All { get; } =
    [
        .. typeof(AuthErrors).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(AuthError)).Select(property => (AuthError)property.GetValue(null)!),
    ];
}
