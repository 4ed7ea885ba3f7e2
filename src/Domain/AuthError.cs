namespace CognitoAuth.Domain;

/// <summary>An expected failure. The catalogue is <see cref="AuthErrors"/>; a team's flows can have errors of their own.</summary>
/// <param name="Code">Stable, for machines: <c>code_mismatch</c>.</param>
/// <param name="Kind">What kind of failure it is.</param>
/// <param name="Detail">A sentence for people. It reveals nothing that an attacker could use.</param>
public sealed record AuthError(string Code, ErrorKind Kind, string Detail)
{
    /// <summary>One list of sentences per wrong JSON member, keyed by its path; for <c>validation_failed</c> and <c>invalid_password</c>.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>What the error reveals of an account. One that does not say so counts as revealing the account, and is hidden: a forgotten one reveals too little, not too much.</summary>
    public Disclosure Disclosure { get; init; } = Disclosure.Account;

    /// <summary>How long to wait before a repeat can help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How often the call may be made, where a limit of this API refused it.</summary>
    public int? Permits { get; init; }

    /// <summary>What really happened: for the log, never for the caller. It holds no text that a user or Cognito wrote.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it is that error of the catalogue, whatever its details.</summary>
    public bool Is(AuthError other) => string.Equals(Code, other.Code, StringComparison.Ordinal);

    /// <summary>Whether it is one of those errors of the catalogue, whatever its details.</summary>
    public bool IsAnyOf(params ReadOnlySpan<AuthError> others)
    {
        foreach (var other in others)
        {
            if (Is(other)) return true;
        }

        return false;
    }

    /// <summary>The same error with what the log should know.</summary>
    public AuthError Because(string reason) => this with { Reason = reason };
}
