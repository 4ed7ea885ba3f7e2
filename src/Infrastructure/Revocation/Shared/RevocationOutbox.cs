namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// Events of this instance on their way into the log. An event has arrived once it was read there, so a lost response leaves no doubt. They are sent in their order. One that does not arrive in time
/// is in force on this instance, and is sent as soon as the log is back.
/// </summary>
internal sealed class RevocationOutbox(TimeProvider time)
{
    /// <summary>About 200 MB. Further sign-outs are revoked at Cognito, but not recorded here.</summary>
    public const int Capacity = 1_000_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Outgoing> _sent = [];
    private Queue<Outgoing> _waiting = new();
    private RevocationTable? _undelivered;
    private int _undeliveredCount;

    /// <summary>What is in force on this instance although the log does not have it yet; <see langword="null"/> when there is nothing.</summary>
    public RevocationTable? Undelivered => Volatile.Read(ref _undelivered);

    /// <summary>The number of events that have not arrived.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _waiting.Count + _sent.Count;
        }
    }

    /// <summary>Adds an event to be sent.</summary>
    /// <returns><see langword="null"/> when there are too many.</returns>
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

    /// <summary>Takes the next events to send, in order.</summary>
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

    /// <summary>An event was read in the log and applied.</summary>
    /// <returns>Whether it is an event of this instance.</returns>
    public bool Arrived(long id)
    {
        lock (_gate)
        {
            if (!_sent.Remove(id, out var outgoing)) return false;
            outgoing.HasArrived();
            if (outgoing.IsApplied && --_undeliveredCount == 0) Volatile.Write(ref _undelivered, null);
            return true;
        }
    }

    /// <summary>The log was read to its end: events that were sent and are not there did not arrive. They are sent again, before later ones.</summary>
    public void SendAgain()
    {
        lock (_gate)
        {
            if (_sent.Count == 0) return;
            // The ids of an instance grow.
            _waiting = new Queue<Outgoing>([.. _sent.Values.OrderBy(outgoing => outgoing.Event.Id), .. _waiting]);
            _sent.Clear();
        }
    }

    /// <summary>Puts an event in force on this instance until it arrives.</summary>
    /// <returns>Whether it is in force; not when it has arrived meanwhile.</returns>
    public bool ApplyUntilArrival(Outgoing outgoing)
    {
        lock (_gate)
        {
            if (outgoing.Arrival.IsCompleted) return false;
            outgoing.IsApplied = true;
            _undeliveredCount++;
            var undelivered = _undelivered ?? new RevocationTable();
            // Last in the order, so that no mark of a sign-in is later.
            outgoing.Event.ApplyTo(undelivered, new EventMoment(long.MaxValue, time.GetUtcNow().ToUnixTimeSeconds(), Age: 0));
            Volatile.Write(ref _undelivered, undelivered);
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

    /// <summary>Completes when it was read in the log.</summary>
    public Task Arrival => _arrival.Task;

    /// <summary>Whether it is in force here although it has not arrived.</summary>
    public bool IsApplied { get; set; }

    /// <summary>It was read in the log.</summary>
    public void HasArrived() => _arrival.TrySetResult();
}
