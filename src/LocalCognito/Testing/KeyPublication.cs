using CognitoAuth.LocalCognito.Tokens;

namespace CognitoAuth.LocalCognito.Testing;

/// <summary>How the JWKS document is answered.</summary>
public enum JwksMode
{
    /// <summary>The pool's keys.</summary>
    Normal,

    /// <summary>A document without keys.</summary>
    Empty,

    /// <summary>200 with something that is not JSON.</summary>
    Garbage,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>No answer until the caller gives up or the mode changes; then the answer of the new mode.</summary>
    Hang,
}

/// <summary>Rotates the signing keys, and breaks the document that publishes them.</summary>
public sealed class KeyPublication
{
    private readonly LocalUserPool _pool;
    private int _fetches;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal KeyPublication(LocalUserPool pool) => _pool = pool;

    /// <summary>How the document is answered from now on.</summary>
    public JwksMode Mode
    {
        get;
        set
        {
            field = value;
            Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }

    /// <summary>How often the document was asked for.</summary>
    public int Fetches => Volatile.Read(ref _fetches);

    /// <summary>New tokens are signed with new keys; the old ones stay published.</summary>
    public void Rotate() => _pool.Locked(keys =>
    {
        // Keys that nobody asked for yet are made first, so that there is something to rotate away from.
        _ = keys.Published;
        keys.Rotate();
        return true;
    });

    /// <summary>Takes the keys of earlier rotations out of the document.</summary>
    public void RemoveRetired() => _pool.Locked(keys =>
    {
        keys.RemoveRetired();
        return true;
    });

    /// <summary>Waits for as long as the document hangs.</summary>
    internal async Task WhileHanging(CancellationToken cancellation)
    {
        // Taken before the mode is looked at, so that no change between the two is missed.
        for (var changed = Volatile.Read(ref _changed).Task; Mode == JwksMode.Hang; changed = Volatile.Read(ref _changed).Task)
            await changed.WaitAsync(cancellation);
    }

    internal IReadOnlyList<SigningKey> Publish()
    {
        Interlocked.Increment(ref _fetches);
        return _pool.Locked(keys => keys.Published.ToList());
    }
}
