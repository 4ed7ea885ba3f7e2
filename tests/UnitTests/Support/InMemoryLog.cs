using CognitoAuth.Infrastructure.Revocation;

namespace CognitoAuth.UnitTests.Support;

/// <summary>A shared log in memory: the smallest implementation that keeps the contract. A test can break it.</summary>
internal sealed class InMemoryLog
{
    private readonly Lock _gate = new();
    private readonly List<RevocationLogEntry> _entries = [];
    private readonly List<Action> _listeners = [];
    private long _sequence;
    private Connection? _recovering;

    /// <summary>Every call fails.</summary>
    public bool IsDown { get; set; }

    /// <summary>Events are appended, but the response is lost.</summary>
    public bool LosesResponses { get; set; }

    /// <summary>Instances are not notified of new entries.</summary>
    public bool LosesMessages { get; set; }

    /// <summary>The number of entries.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _entries.Count;
        }
    }

    /// <summary>A connection of an instance.</summary>
    public IRevocationLog Connect() => new Connection(this);

    /// <summary>Loses its latest entries.</summary>
    public void Lose(int count)
    {
        lock (_gate) _entries.RemoveRange(_entries.Count - count, count);
    }

    /// <summary>Appends bytes, as an instance of another version or a stranger would.</summary>
    public void Append(ReadOnlyMemory<byte> bytes)
    {
        lock (_gate) _entries.Add(new RevocationLogEntry(new RevocationLogPosition(++_sequence), DateTimeOffset.UtcNow, bytes));
    }

    private sealed class Connection(InMemoryLog log) : IRevocationLog
    {
        public Task Listen(Action appended) => Do(() => log._listeners.Add(appended));

        public async Task<RevocationLogPage> Exchange(RevocationLogPosition? from, IReadOnlyCollection<ReadOnlyMemory<byte>> events, int count)
        {
            RevocationLogPage page = null!;
            Action[] listeners = [];
            await Do(() =>
            {
                foreach (var bytes in events) log.Append(bytes);
                var rest = log._entries.Where(entry => entry.Position.Sequence >= (from?.Sequence ?? 0)).ToList();
                page = new RevocationLogPage([.. rest.Take(count)], DateTimeOffset.UtcNow, IsEnd: rest.Count <= count, IsRecovering: log._recovering is not null);
                if (events.Count > 0 && !log.LosesMessages) listeners = [.. log._listeners];
            });
            foreach (var listener in listeners) listener();
            return log.LosesResponses ? throw new TimeoutException("The response is lost.") : page;
        }

        public Task Trim(Func<RevocationLogEntry, bool> isExpired) => Do(() => log._entries.RemoveRange(0, log._entries.SkipLast(1).TakeWhile(isExpired).Count()));

        public async Task<bool> BeginRecovery()
        {
            await Do(() => log._recovering ??= this);
            return log._recovering == this;
        }

        public Task ExtendRecovery() => Do(() => { });

        public Task EndRecovery() => Do(() => log._recovering = log._recovering == this ? null : log._recovering);

        private Task Do(Action action)
        {
            if (log.IsDown) return Task.FromException(new TimeoutException("The log is down."));
            lock (log._gate) action();
            return Task.CompletedTask;
        }
    }
}
