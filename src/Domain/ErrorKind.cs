namespace CognitoAuth.Domain;

/// <summary>What kind of failure an <see cref="AuthError"/> is. The API turns each kind into one HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>The request is wrong as it stands.</summary>
    Invalid,

    /// <summary>The caller is not, or no longer, who it must be.</summary>
    Unauthenticated,

    /// <summary>The caller is known and may not do this.</summary>
    Forbidden,

    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>The method does not exist at this address.</summary>
    MethodNotAllowed,

    /// <summary>It clashes with what is there.</summary>
    Conflict,

    /// <summary>The request is larger than is taken.</summary>
    TooLarge,

    /// <summary>The request's body is not JSON.</summary>
    UnsupportedMedia,

    /// <summary>Too many attempts; later it may work.</summary>
    RateLimited,

    /// <summary>A fault of this API or of its configuration.</summary>
    Internal,

    /// <summary>The feature is off in this user pool.</summary>
    NotEnabled,

    /// <summary>Cognito, or a part of it, answered wrongly.</summary>
    BadUpstream,

    /// <summary>Something that is needed is down; later it will work.</summary>
    Unavailable,

    /// <summary>Cognito did not answer in time, and asking again is harmless.</summary>
    Timeout,
}
