namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// Events of this instance on their way into the log. An event has arrived when it was read there, and not before: so a lost answer is no question. They go out in their order. One that does not
/// arrive in time is kept: it counts on this instance, and is sent as soon as it can be.
/// </summary>
internal sealed class RevocationOutbox(TimeProvider time)
{
    /// <summary>About 200 MB. Sign-outs beyond are revoked at Cognito, but not kept here.</summary>
    public const int Capacity = 1_000_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Outgoing> _sent = [];
    private Queue<Outgoing> _waiting = new();
    private RevocationTable? _kept;
    private int _keptCount;

    /// <summary>What the log does not have yet and counts here all the same; <see langword="null"/> when there is nothing.</summary>
    public RevocationTable? Kept => Volatile.Read(ref _kept);

    /// <summary>The number of events that have not arrived.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _waiting.Count + _sent.Count;
        }
    }

    /// <summary>Takes an event to be sent.</summary>
    /// <returns><see langword="null"/> when there are too many already.</returns>
    public Outgoing? Add(RevocationEvent happened)
    {
        lock (_gate)
        {
            if (_waiting.Count + _sent.Count >= Capacity) return null;
            var outgoing = new Outgoing(happened);
            _waiting.Enqueue(outgoing);
            return outgoing;
        }
    }

    /// <summary>The next events to send, in order. From now on they count as sent.</summary>
    public IReadOnlyCollection<RevocationEvent> Take(int count)
    {
        List<RevocationEvent> next = [];
        lock (_gate)
        {
            while (next.Count < count && _waiting.TryDequeue(out var outgoing))
            {
                _sent.Add(outgoing.Event.Id, outgoing);
                next.Add(outgoing.Event);
            }
        }

        return next;
    }

    /// <summary>An event was read in the log, and what it says is known.</summary>
    /// <returns>Whether it is one of this instance.</returns>
    public bool Arrived(long id)
    {
        lock (_gate)
        {
            if (!_sent.Remove(id, out var outgoing)) return false;
            outgoing.HasArrived();
            if (outgoing.IsKept && --_keptCount == 0) Volatile.Write(ref _kept, null);
            return true;
        }
    }

    /// <summary>The log was read to its end: what was sent and is not there did not arrive, and goes out again, before what came later.</summary>
    public void SendAgain()
    {
        lock (_gate)
        {
            if (_sent.Count == 0) return;
            // Ids of this instance grow.
            _waiting = new Queue<Outgoing>([.. _sent.Values.OrderBy(outgoing => outgoing.Event.Id), .. _waiting]);
            _sent.Clear();
        }
    }

    /// <summary>Lets an event count on this instance until it arrives.</summary>
    /// <returns>Whether it is kept; not when it has arrived meanwhile.</returns>
    public bool Keep(Outgoing outgoing)
    {
        lock (_gate)
        {
            if (outgoing.Arrival.IsCompleted) return false;
            outgoing.IsKept = true;
            _keptCount++;
            var kept = _kept ?? new RevocationTable();
            // The last in the order: no mark of a sign-in is later.
            outgoing.Event.ApplyTo(kept, new EventMoment(long.MaxValue, time.GetUtcNow().ToUnixTimeSeconds(), Age: 0));
            Volatile.Write(ref _kept, kept);
            return true;
        }
    }
}

/// <summary>An event on its way.</summary>
internal sealed class Outgoing(RevocationEvent happened)
{
    private readonly TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The event.</summary>
    public RevocationEvent Event => happened;

    /// <summary>Ends when it was read in the log.</summary>
    public Task Arrival => _arrival.Task;

    /// <summary>Whether it counts here although it has not arrived.</summary>
    public bool IsKept { get; set; }

    /// <summary>It was read in the log.</summary>
    public void HasArrived() => _arrival.TrySetResult();
}
