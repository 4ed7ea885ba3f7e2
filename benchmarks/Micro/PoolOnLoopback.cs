using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.Benchmarks.Micro;

/// <summary>The parts of a user pool that verification needs: its key set, and tokens.</summary>
internal sealed class PoolOnLoopback : IAsyncDisposable
{
    private KeySetServer _keys = null!;

    /// <summary>The settings of an API that uses this pool.</summary>
    public Dictionary<string, string?> Settings => new(StringComparer.Ordinal) { ["Cognito:Issuer"] = _keys.Issuer };

    public async Task Start()
    {
        _keys = await KeySetServer.Start();
        _keys.Answer = KeySetServer.Keys(TokenForge.Key);
    }

    /// <summary>A valid token that was not verified before.</summary>
    public string Token() => new TokenForge(DateTimeOffset.UtcNow).Claiming(claims =>
    {
        claims["iss"] = _keys.Issuer;
        claims["jti"] = Guid.NewGuid().ToString();
    });

    public ValueTask DisposeAsync() => _keys.DisposeAsync();
}
