namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>
/// What a repeat of a Cognito operation does, and so when a call may be sent again (<c>docs/cognito.md#repeating-a-call</c>). After a definite non-delivery (connection refused, throttled) every class may; after an ambiguous
/// failure (timeout, reset, 5xx, garbage) only those whose repeat is harmless.
/// </summary>
internal enum RetryClass
{
    /// <summary>No side effect.</summary>
    Read,

    /// <summary>The same call twice has the same effect: <c>RevokeToken</c>.</summary>
    Set,

    /// <summary>Deletes.</summary>
    Gone,

    /// <summary>Makes a fresh secret that replaces the last.</summary>
    New,

    /// <summary>Starts a sign-in: a repeat may send another code or count as another failed attempt.</summary>
    Login,

    /// <summary>Sends a message: a repeat sends a second one.</summary>
    Sends,

    /// <summary>Rotates a refresh token: a repeat may be a reuse.</summary>
    Rotate,

    /// <summary>Consumes a code, session or password: a repeat fails and hides that the first worked.</summary>
    Once,
}
