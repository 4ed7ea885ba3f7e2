using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.Benchmarks.Micro;

/// <summary>A user pool as far as verification sees one: its key set, and the tokens that it issued.</summary>
internal sealed class PoolOnLoopback : IAsyncDisposable
{
    private KeySetServer _keys = null!;

    /// <summary>What the API must be told to believe it.</summary>
    public Dictionary<string, string?> Settings => new(StringComparer.Ordinal) { ["Cognito:Issuer"] = _keys.Issuer };

    public async Task Start()
    {
        _keys = await KeySetServer.Start();
        _keys.Answer = KeySetServer.Keys(TokenForge.Key);
    }

    /// <summary>A good token that was never seen before.</summary>
    public string Token() => new TokenForge(DateTimeOffset.UtcNow).Claiming(claims =>
    {
        claims["iss"] = _keys.Issuer;
        claims["jti"] = Guid.NewGuid().ToString();
    });

    public ValueTask DisposeAsync() => _keys.DisposeAsync();
}
