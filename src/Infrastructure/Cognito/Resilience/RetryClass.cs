namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>
/// What a repeat of a Cognito operation does, which decides when a call may be repeated (<c>docs/cognito.md#repeating-a-call</c>). A call that certainly was not processed (connection refused, throttled)
/// may be repeated in every class; after an ambiguous failure (timeout, reset, 5xx, unreadable response) only the first four may.
/// </summary>
internal enum RetryClass
{
    /// <summary>No side effect.</summary>
    Read,

    /// <summary>The same call twice has the same effect: <c>RevokeToken</c>.</summary>
    Idempotent,

    /// <summary>A repeat finds nothing left to delete.</summary>
    Delete,

    /// <summary>Makes a new secret, which replaces the last one.</summary>
    Replace,

    /// <summary>Starts a sign-in: a repeat may send another code or count as another failed attempt.</summary>
    SignIn,

    /// <summary>Sends a message: a repeat sends a second one.</summary>
    SendMessage,

    /// <summary>Rotates a refresh token: a repeat may count as reuse.</summary>
    RotateToken,

    /// <summary>Consumes a code, session or password: a repeat fails, and hides that the first call worked.</summary>
    NotRepeatable,
}
