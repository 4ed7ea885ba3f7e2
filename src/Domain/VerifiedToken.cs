namespace CognitoAuth.Domain;

/// <summary>The claims of a verified access token.</summary>
public sealed record VerifiedToken
{
    /// <summary>The user's <c>sub</c>; for a machine token, its client.</summary>
    public required string Subject { get; init; }

    /// <summary>The user's name in the pool; <see langword="null"/> for a machine token.</summary>
    public string? Username { get; init; }

    /// <summary>The app client that the token was issued to (<c>client_id</c>).</summary>
    public required string ClientId { get; init; }

    /// <summary><c>cognito:groups</c>; empty if absent.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The parts of <c>scope</c>; empty if absent.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>When the user signed in, by Cognito's clock, in whole seconds; a refresh does not change it. <c>iat</c> if the token has no <c>auth_time</c>.</summary>
    public required DateTimeOffset AuthTime { get; init; }

    /// <summary><c>iat</c>.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary><c>exp</c>.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary><c>origin_jti</c>, the same for all tokens of one sign-in; <see langword="null"/> when the client has token revocation off.</summary>
    public string? OriginJti { get; init; }

    /// <summary>The session that the token belongs to, in the form in which sign-outs are stored. Computed once, when the claims are read.</summary>
    public required SessionId Session { get; init; }

    /// <summary>The user that the token belongs to, in the form in which sign-outs are stored. Computed once, when the claims are read.</summary>
    public required SubjectId SubjectId { get; init; }

    /// <summary>See <see cref="SessionId.FormerOf"/>: set only if the token has no <c>origin_jti</c>.</summary>
    public SessionId? FormerSession { get; init; }

    /// <summary>The session as the audit log shows it: <c>origin_jti</c>, or <c>{sub}@{auth_time}</c> if the token has none.</summary>
    public string SessionText => SessionId.TextOf(OriginJti, Subject, AuthTime);

    /// <summary>Whether the token has the scope <c>aws.cognito.signin.user.admin</c>, which Cognito requires for calls about one's own account; every sign-in through its API issues it.</summary>
    public bool AllowsSelfService => Scopes.Contains("aws.cognito.signin.user.admin", StringComparer.Ordinal);

    /// <summary>Whether the token was issued to a user rather than to a machine.</summary>
    public bool HasUser => Username is not null;
}
