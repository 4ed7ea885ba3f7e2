namespace CognitoAuth.Domain;

/// <summary>An expected failure. The catalogue is <see cref="AuthErrors"/>; a team's flows can have errors of their own.</summary>
/// <param name="Code">Stable, for machines: <c>code_mismatch</c>.</param>
/// <param name="Kind">What kind of failure it is.</param>
/// <param name="Detail">A sentence for people. It tells nothing that an attacker could use.</param>
public sealed record AuthError(string Code, ErrorKind Kind, string Detail)
{
    /// <summary>One list of sentences per wrong JSON member, keyed by its path; for <c>validation_failed</c> and <c>invalid_password</c>.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>
    /// Whether it comes alike for every name, with an account or without: an outage, a limit, a link that nobody was sent. Public flows tell others only when the deployment reveals who exists
    /// (<c>Security:ExistenceErrors</c>), or where a flow of ours says why it may be told. An error of which nobody says it is hidden.
    /// </summary>
    public bool IsAlikeForEveryName { get; init; }

    /// <summary>How long to wait before a repeat can help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How often the call may be made, where a limit of this API refused it.</summary>
    public int? Permits { get; init; }

    /// <summary>What really happened: for the log, never for the caller. It holds no text that a user or Cognito wrote.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it is that error of the catalogue, whatever its details.</summary>
    public bool Is(AuthError other) => string.Equals(Code, other.Code, StringComparison.Ordinal);

    /// <summary>The same error with what the log should know.</summary>
    public AuthError Because(string reason) => this with { Reason = reason };
}
