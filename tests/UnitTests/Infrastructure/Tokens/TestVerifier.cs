using System.Diagnostics.Metrics;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Tokens;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Infrastructure.Tokens;

/// <summary>A verifier of the test pool, with the pool's key set on loopback and a clock that the test moves.</summary>
public sealed class TestVerifier : IAsyncLifetime
{
    private JwksClient _client = null!;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    public TokenForge Forge => new(Time.GetUtcNow());

    public KeySetServer Server { get; private set; } = null!;

    public IMeterFactory Meters { get; } = RecordedMetrics.NoMeters();

    internal SigningKeys Keys { get; private set; } = null!;

    internal VerifiedTokens Verified { get; private set; } = null!;

    internal AccessTokenVerifier Verifier { get; private set; } = null!;

    /// <summary>The settings of the test pool, with the key set of a server.</summary>
    internal static TokenSettings Settings(KeySetServer server) => new(
        new UserPoolId(TokenForge.PoolId), [TokenForge.Issuer, TokenForge.OtherIssuer], [TokenForge.ClientId, TokenForge.OtherClientId], new Uri($"{server.Issuer}/.well-known/jwks.json"));

    public async Task InitializeAsync()
    {
        Server = await KeySetServer.Start();
        Server.Answer = KeySetServer.Keys(TokenForge.Key);
        var settings = Settings(Server);
        _client = new(settings, Time);
        var metrics = new TokenMetrics(Meters);
        Keys = new(_client, Time, metrics, NullLogger<SigningKeys>.Instance);
        Verified = new(Time);
        Verifier = new(Keys, Verified, settings, Time, metrics);
    }

    public Task<Result<VerifiedToken>> Verify(string token, bool acceptExpired = false) => Verifier.Verify(new Secret(token), acceptExpired).AsTask();

    /// <summary>A good token of this moment.</summary>
    public string Token() => TokenForge.Sign(Forge.Payload());

    /// <summary>A good token of another key.</summary>
    public string Token(PoolKey key) => TokenForge.SignedBy(key.Sign, Forge.Payload(), TokenForge.Header(header => header["kid"] = key.Id));

    public async Task DisposeAsync()
    {
        _client.Dispose();
        Verified.Dispose();
        await Server.DisposeAsync();
    }
}
