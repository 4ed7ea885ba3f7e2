using CognitoAuth.LocalCognito.Clients;

namespace CognitoAuth.LocalCognito.Tokens;

/// <summary>
/// All tokens of one sign-in and its refreshes. They share <c>origin_jti</c>, <c>event_id</c> and <c>auth_time</c>, expire together and are revoked together.
/// </summary>
internal sealed class TokenFamily(AppClient client, DateTimeOffset signedInAt)
{
    private const int LiveTokens = 100;

    // With rotation: the numbers of the unused refresh tokens, and when the used ones were used, for the grace period.
    // A number in neither collection was replaced long ago.
    private readonly List<int> _unused = [0];
    private readonly Dictionary<int, DateTimeOffset> _usedAt = [];
    private int _lastNumber;

    public AppClient Client { get; } = client;

    /// <summary>The family's id, <c>event_id</c> in its tokens. It exists even for clients without token revocation.</summary>
    public string EventId { get; } = Guid.NewGuid().ToString();

    /// <summary>The id in the user's list of sessions. No token contains it.</summary>
    public string SessionId { get; } = $"tkn{Guid.NewGuid():N}";

    public string OriginJti { get; } = Guid.NewGuid().ToString();

    public DateTimeOffset SignedInAt { get; } = signedInAt;

    /// <summary>The time of the sign-in or of the last refresh.</summary>
    public DateTimeOffset LastActiveAt { get; set; } = signedInAt;

    /// <summary>The expiry of the refresh tokens. Rotation does not extend it.</summary>
    public DateTimeOffset ExpiresAt { get; } = signedInAt + client.Options.RefreshTokenValidity;

    /// <summary>The device that the session is bound to, confirmed or not; null in pools without device tracking.</summary>
    public string? DeviceKey { get; init; }

    public bool IsRevoked { get; set; }

    /// <summary>Uses a refresh token and returns the number of its replacement; null when the token was replaced before and its grace period is over.</summary>
    public int? Rotate(int number, DateTimeOffset now)
    {
        var grace = TimeSpan.FromSeconds(Client.Options.RetryGracePeriodSeconds);
        foreach (var ended in _usedAt.Where(used => now - used.Value > grace || grace == TimeSpan.Zero).Select(used => used.Key).ToList())
        {
            _usedAt.Remove(ended);
        }
        if (_unused.Remove(number)) _usedAt[number] = now;
        else if (!_usedAt.ContainsKey(number)) return null;

        _unused.Add(++_lastNumber);
        if (_unused.Count > LiveTokens) _unused.RemoveAt(0);
        return _lastNumber;
    }
}

/// <summary>The sessions of one user. Their number is bounded: the oldest are dropped first, as if revoked.</summary>
internal sealed class TokenFamilies
{
    private const int Capacity = 1_000;

    private readonly Dictionary<string, TokenFamily> _byEventId = new(StringComparer.Ordinal);
    private readonly Queue<string> _byAge = new();

    public IEnumerable<TokenFamily> Live(DateTimeOffset now) => _byEventId.Values.Where(family => !family.IsRevoked && now < family.ExpiresAt);

    public TokenFamily Start(AppClient client, DateTimeOffset now, string? deviceKey)
    {
        while (_byAge.TryPeek(out var oldest) && (_byAge.Count >= Capacity || _byEventId[oldest].ExpiresAt + client.Options.AccessTokenValidity < now))
        {
            _byEventId.Remove(_byAge.Dequeue());
        }
        var family = new TokenFamily(client, now) { DeviceKey = deviceKey };
        _byEventId.Add(family.EventId, family);
        _byAge.Enqueue(family.EventId);
        return family;
    }

    public TokenFamily? Find(string eventId) => _byEventId.GetValueOrDefault(eventId);

    /// <summary>Revokes the least recently used sessions until at most <paramref name="maximum"/> are left.</summary>
    public void Trim(int maximum, DateTimeOffset now)
    {
        // Of sessions that were used at the same time, the newest comes first.
        foreach (var family in Live(now).Reverse().OrderByDescending(family => family.LastActiveAt).Skip(maximum).ToList()) family.IsRevoked = true;
    }

    public void RevokeAll()
    {
        foreach (var family in _byEventId.Values) family.IsRevoked = true;
    }
}
