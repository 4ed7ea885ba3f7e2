using CognitoAuth.LocalCognito.Tokens;

namespace CognitoAuth.LocalCognito.Testing;

/// <summary>How the server responds to a request for the JWKS document.</summary>
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

    /// <summary>No response until the caller gives up or the mode changes; then the response of the new mode.</summary>
    Hang,
}

/// <summary>Rotates the signing keys and makes their publication fail.</summary>
public sealed class KeyPublication
{
    private readonly LocalUserPool _pool;
    private int _fetches;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal KeyPublication(LocalUserPool pool) => _pool = pool;

    /// <summary>How the server responds from now on.</summary>
    public JwksMode Mode
    {
        get;
        set
        {
            field = value;
            Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }

    /// <summary>The number of requests for the document.</summary>
    public int Fetches => Volatile.Read(ref _fetches);

    /// <summary>Signs new tokens with new keys. The old keys stay published.</summary>
    public void Rotate() => _pool.Locked(keys =>
    {
        // Keys are created on first use. Create them now, so that a rotation replaces them.
        _ = keys.Published;
        keys.Rotate();
        return true;
    });

    /// <summary>Removes the keys of earlier rotations from the document.</summary>
    public void RemoveRetired() => _pool.Locked(keys =>
    {
        keys.RemoveRetired();
        return true;
    });

    /// <summary>Waits while the mode is <see cref="JwksMode.Hang"/>.</summary>
    internal async Task WhileHanging(CancellationToken cancellation)
    {
        // Read the task before the mode, so that no change between the two is missed.
        for (var changed = Volatile.Read(ref _changed).Task; Mode == JwksMode.Hang; changed = Volatile.Read(ref _changed).Task)
        {
            await changed.WaitAsync(cancellation);
        }
    }

    internal IReadOnlyList<SigningKey> Publish()
    {
        Interlocked.Increment(ref _fetches);
        return _pool.Locked(keys => keys.Published.ToList());
    }
}
