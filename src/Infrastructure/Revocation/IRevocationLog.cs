namespace CognitoAuth.Infrastructure.Revocation;

/// <summary>
/// The log through which instances share sign-outs: every instance appends to it, and all read the same entries in the same order. One log belongs to one user pool. With
/// <c>ConnectionStrings:Redis</c> it is a stream in Redis. To keep it elsewhere, register an implementation as a singleton, before or after the API is added; it is then used instead of Redis:
/// <code>builder.Services.AddSingleton&lt;IRevocationLog, SqlRevocationLog&gt;();</code>
/// <para>
/// Entries are bytes whose meaning only the API knows. They hold no token and no name. Each call ends within seconds: with an exception when the log is out of reach. The API calls again by itself,
/// and decides how long it trusts what it knows (<c>Security:RevocationStaleness</c>). One call runs at a time.
/// </para>
/// </summary>
public interface IRevocationLog
{
    /// <summary>Has a callback called when an instance has appended entries. Calls may be lost or come for nothing: the API also reads at intervals.</summary>
    /// <param name="appended">The callback. It returns at once and does not throw.</param>
    Task Listen(Action appended);

    /// <summary>
    /// Appends events, and then reads on, these events included. A log that cannot be written to must fail here also when there is nothing to append, so that this is noticed before the next sign-out.
    /// </summary>
    /// <param name="from">Where to start reading. The entry at this position, which was read before, is returned again: without it, the API knows that the log has lost entries.
    /// <see langword="null"/>: at the beginning.</param>
    /// <param name="events">The events to append, in this order. They stand next to each other only if no other instance appends meanwhile.</param>
    /// <param name="count">The largest number of entries to return, at least 2.</param>
    /// <returns>The entries in their order.</returns>
    /// <exception cref="Exception">Any exception means that the log is out of reach, or refused. The events may have been appended or not: the API finds out by reading.</exception>
    Task<RevocationLogPage> Exchange(RevocationLogPosition? from, IReadOnlyCollection<ReadOnlyMemory<byte>> events, int count);

    /// <summary>Removes entries from the beginning of the log, up to the first that is not expired. The last entry always stays, since instances read from there.</summary>
    /// <param name="isExpired">Whether an entry has expired.</param>
    Task Trim(Func<RevocationLogEntry, bool> isExpired);

    /// <summary>
    /// Takes the turn to give back what the log has lost; one instance at a time has it. A turn that is not extended ends after some seconds, so that an instance that has stopped does not keep it.
    /// </summary>
    /// <returns>Whether this instance has the turn.</returns>
    Task<bool> BeginRecovery();

    /// <summary>Extends this instance's turn.</summary>
    Task ExtendRecovery();

    /// <summary>Ends this instance's turn.</summary>
    Task EndRecovery();
}

/// <summary>What an exchange read.</summary>
/// <param name="Entries">The entries, in order.</param>
/// <param name="ReadAt">When they were read, by the log's clock.</param>
/// <param name="IsEnd">Whether these were all. Otherwise the API reads on at once.</param>
/// <param name="IsRecovering">Whether an instance has the turn to give back what was lost.</param>
public sealed record RevocationLogPage(IReadOnlyList<RevocationLogEntry> Entries, DateTimeOffset ReadAt, bool IsEnd, bool IsRecovering);

/// <summary>An entry of the log.</summary>
/// <param name="Position">Its position.</param>
/// <param name="AppendedAt">When it was appended, by the log's clock. Its lifetime counts from here, so the clocks of instances do not matter.</param>
/// <param name="Event">The event, as it was appended.</param>
public readonly record struct RevocationLogEntry(RevocationLogPosition Position, DateTimeOffset AppendedAt, ReadOnlyMemory<byte> Event);

/// <summary>A position in the log.</summary>
/// <param name="Sequence">Above 0, and larger than that of every entry before. The same on all instances.</param>
/// <param name="Id">What the log itself needs to find the position again; <see langword="null"/> where <paramref name="Sequence"/> is enough.</param>
public readonly record struct RevocationLogPosition(long Sequence, string? Id = null);
