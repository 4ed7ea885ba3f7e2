namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>A session of a user: what came of one sign-in.</summary>
public class SessionDescriptionType
{
    /// <summary>The id of the session.</summary>
    public string? SessionId { get; set; }

    /// <summary>Whether it is one of tokens, or of managed login's cookie.</summary>
    public SessionType? SessionType { get; set; }

    /// <summary>The app client of the sign-in.</summary>
    public string? ClientId { get; set; }

    /// <summary>When the session began, UTC.</summary>
    public DateTime? CreateDate { get; set; }

    /// <summary>When the session was last used, UTC.</summary>
    public DateTime? LastActiveDate { get; set; }

    /// <summary>The kind of device, as the caller's user agent tells it.</summary>
    public string? DeviceType { get; set; }

    /// <summary>The address that Cognito last saw a caller at.</summary>
    public string? LastIPAddress { get; set; }

    /// <summary>Where that address is.</summary>
    public SessionLocationType? LastLocation { get; set; }

    /// <summary>The session that this one came of.</summary>
    public string? OriginSessionId { get; set; }

    /// <summary>Whether the token of the request is of this session.</summary>
    public bool? IsCurrentSession { get; set; }
}

/// <summary>Where an address is.</summary>
public class SessionLocationType
{
    /// <summary>The city.</summary>
    public string? City { get; set; }

    /// <summary>The country.</summary>
    public string? Country { get; set; }
}
