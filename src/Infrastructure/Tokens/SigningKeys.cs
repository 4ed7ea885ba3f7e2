using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>
/// The user pool's signing keys. Tokens of known keys stay verifiable while the key set cannot be fetched, and no caller waits longer than one fetch takes:
/// <list type="bullet">
/// <item>an unknown <c>kid</c> starts one fetch and waits for it, so that a token of a new key is accepted at once; callers share a fetch that is under way;</item>
/// <item>a fetch that does not find the <c>kid</c> it was started for bars such fetches for <see cref="PenaltyTime"/>. The bar is for all <c>kid</c>s: a flood of random ones causes one fetch per bar, needs
/// no memory, and delays the tokens of a new key no longer than that;</item>
/// <item>a fetch that fails changes nothing but bars the next one, for a second at first, then for twice as long each time up to <see cref="PenaltyTime"/>.</item>
/// </list>
/// </summary>
internal sealed partial class SigningKeys
{
    /// <summary>How long fetches for unknown <c>kid</c>s are barred after one did not find its <c>kid</c> (<c>docs/cognito.md#signing-keys</c>), and the longest bar after a failure.</summary>
    public static readonly TimeSpan PenaltyTime = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a key is still trusted after a fetch that did not show it: as long as a stale server of the key set's network may lag. A key withdrawn for good is refused after the refresh
    /// that notices and this, at most 20 minutes. If it was a mistake, the next token of the key makes a fetch.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);

    private readonly JwksClient _client;
    private readonly TimeProvider _time;
    private readonly TokenMetrics _metrics;
    private readonly ILogger<SigningKeys> _logger;
    private readonly Lock _gate = new();
    private volatile FrozenDictionary<string, TrustedKey> _keys = FrozenDictionary<string, TrustedKey>.Empty;
    private Task<bool>? _fetch;
    private DateTimeOffset _fetchedAt;
    private DateTimeOffset _barredUntil;
    private int _failuresInARow;

    public SigningKeys(JwksClient client, TimeProvider time, TokenMetrics metrics, ILogger<SigningKeys> logger)
    {
        (_client, _time, _metrics, _logger) = (client, time, metrics, logger);
        metrics.Observe(() => IsLoaded ? time.GetUtcNow() - _fetchedAt : null);
    }

    /// <summary>Whether there is a key set to verify with.</summary>
    public bool IsLoaded => _keys.Count > 0;

    /// <summary>How long to wait before another fetch; zero when it may start now.</summary>
    public TimeSpan Barred
    {
        get
        {
            lock (_gate) return _barredUntil - _time.GetUtcNow() is { Ticks: > 0 } barred ? barred : TimeSpan.Zero;
        }
    }

    /// <summary>Finds a key among those that are known, without waiting.</summary>
    public bool TryFind(string keyId, [NotNullWhen(true)] out SigningKey? key)
    {
        key = null;
        if (!_keys.TryGetValue(keyId, out var trusted) || trusted.Until <= _time.GetUtcNow()) return false;

        key = trusted.Key;
        return true;
    }

    /// <summary>Finds a key, with a fetch if it is not known and fetches are not barred.</summary>
    /// <returns>
    /// The key; <see cref="AuthErrors.InvalidToken"/> when the pool does not have it; <see cref="AuthErrors.KeysUnavailable"/> when that is unknown, since the last fetch failed:
    /// a 401 would sign users out whose tokens are of a new key.
    /// </returns>
    public async ValueTask<Result<SigningKey>> Find(string keyId, CancellationToken cancellationToken)
    {
        Task<bool> fetch;
        lock (_gate)
        {
            if (TryFind(keyId, out var known)) return known;

            _metrics.UnknownKeyId();

            if (_fetch is not { IsCompleted: false } && _time.GetUtcNow() < _barredUntil) return Unknown();

            fetch = Fetch(keyId);
        }

        await fetch.WaitAsync(cancellationToken);
        lock (_gate) return TryFind(keyId, out var fetched) ? fetched : Unknown();
    }

    /// <summary>Fetches the key set now, or joins the fetch that is under way.</summary>
    /// <returns>Whether it succeeded.</returns>
    public Task<bool> Refresh(CancellationToken cancellationToken)
    {
        lock (_gate) return Fetch().WaitAsync(cancellationToken);
    }

    /// <summary>Starts a fetch, or joins the one that is under way. Call it under the gate.</summary>
    private Task<bool> Fetch(string? sought = null) => _fetch = _fetch is { IsCompleted: false } running ? running : Task.Run(() => Load(sought));

    private async Task<bool> Load(string? sought)
    {
        try
        {
            var fetched = await _client.Fetch();
            lock (_gate)
            {
                _fetchedAt = _time.GetUtcNow();
                _failuresInARow = 0;
                _keys = Merge(fetched);
                // Set here and not by the callers that wait: they may have disconnected, or continue only after others have started the next fetch.
                if (sought is not null && !TryFind(sought, out _)) _barredUntil = _fetchedAt + PenaltyTime;
            }

            _metrics.Fetched(succeeded: true);
            LogLoaded(fetched.Count);
            return true;
        }
        catch (Exception failure) when (failure is OperationCanceledException or ObjectDisposedException)
        {
            // Not a timeout, which is another exception: the client was disposed of because the process ends. The server is not at fault.
            return false;
        }
        catch (Exception failure)
        {
            lock (_gate)
            {
                var backoff = FirstBackoff * Math.Pow(2, Math.Min(_failuresInARow, 10));
                _failuresInARow++;
                _barredUntil = _time.GetUtcNow() + (backoff < PenaltyTime ? backoff : PenaltyTime);
            }

            _metrics.Fetched(succeeded: false);
            LogFailed(failure, IsLoaded);
            return false;
        }
    }

    private FrozenDictionary<string, TrustedKey> Merge(FrozenDictionary<string, SigningKey> fetched)
    {
        // A key that is fetched again stays the same object: tokens that it verified are remembered with it, and another key of the same id must not be mistaken for it.
        var keys = fetched.ToDictionary(
            pair => pair.Key,
            pair => new TrustedKey(_keys.TryGetValue(pair.Key, out var known) && known.Key.IsSameAs(pair.Value) ? known.Key : pair.Value, Until: null),
            StringComparer.Ordinal);
        foreach (var (keyId, old) in _keys)
        {
            var until = old.Until ?? _fetchedAt + Grace;
            if (until > _fetchedAt) keys.TryAdd(keyId, old with { Until = until });
        }

        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private Result<SigningKey> Unknown() => _failuresInARow > 0
        ? AuthErrors.KeysUnavailable.Because("kid is unknown and the key set cannot be fetched")
        : AuthErrors.InvalidToken.Because("kid is not of the user pool");

    [LoggerMessage(Level = LogLevel.Debug, Message = "Signing keys fetched: {Count}")]
    private partial void LogLoaded(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing keys could not be fetched; earlier ones are there: {HasEarlierKeys}")]
    private partial void LogFailed(Exception failure, bool hasEarlierKeys);

    /// <summary>A key, and until when it is trusted if the last fetch did not show it.</summary>
    private sealed record TrustedKey(SigningKey Key, DateTimeOffset? Until);
}
