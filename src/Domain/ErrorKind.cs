namespace CognitoAuth.Domain;

/// <summary>The kind of an <see cref="AuthError"/>. The API maps each kind to one HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>The request is not valid.</summary>
    Invalid,

    /// <summary>The caller is not authenticated, or no longer.</summary>
    Unauthenticated,

    /// <summary>The caller is authenticated and may not do this.</summary>
    Forbidden,

    /// <summary>The resource does not exist.</summary>
    NotFound,

    /// <summary>The URL does not support the HTTP method.</summary>
    MethodNotAllowed,

    /// <summary>The request conflicts with the current state.</summary>
    Conflict,

    /// <summary>The request is too large.</summary>
    TooLarge,

    /// <summary>The request's body is not JSON.</summary>
    UnsupportedMedia,

    /// <summary>Too many attempts; a later one may succeed.</summary>
    RateLimited,

    /// <summary>A fault of this API or of its configuration.</summary>
    Internal,

    /// <summary>The feature is not enabled in this user pool.</summary>
    NotEnabled,

    /// <summary>Cognito, or a part of it, returned an unexpected response.</summary>
    BadUpstream,

    /// <summary>A service that is needed is unavailable; a later attempt will succeed.</summary>
    Unavailable,

    /// <summary>Cognito did not respond in time; a repeat is safe.</summary>
    Timeout,
}
