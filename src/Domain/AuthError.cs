namespace CognitoAuth.Domain;

/// <summary>An expected failure. The catalogue is <see cref="AuthErrors"/>; a team's flows can have errors of their own.</summary>
/// <param name="Code">Stable, for programs: <c>code_mismatch</c>.</param>
/// <param name="Kind">Decides the HTTP status.</param>
/// <param name="Detail">A sentence for people. It reveals nothing that an attacker could use.</param>
public sealed record AuthError(string Code, ErrorKind Kind, string Detail)
{
    /// <summary>The faults of each invalid JSON member, keyed by its path; for <c>validation_failed</c> and <c>invalid_password</c>.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>What the error reveals of an account. By default the account itself, so that an error that sets nothing is hidden.</summary>
    public Disclosure Disclosure { get; init; } = Disclosure.Account;

    /// <summary>How long to wait before a repeat can succeed.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The number of calls that the limit allows, if a limit of this API refused this one.</summary>
    public int? Permits { get; init; }

    /// <summary>The cause: for the log, never for the caller. It contains no text from a user or from Cognito.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the error has the same code.</summary>
    public bool Is(AuthError other) => string.Equals(Code, other.Code, StringComparison.Ordinal);

    /// <summary>Whether the error has the code of one of the others.</summary>
    public bool IsAnyOf(params ReadOnlySpan<AuthError> others)
    {
        foreach (var other in others)
        {
            if (Is(other)) return true;
        }

        return false;
    }

    /// <summary>The same error with a cause for the log.</summary>
    public AuthError Because(string reason) => this with { Reason = reason };
}
