using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Tokens;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Tokens;

public sealed class VerifiedTokensTests : IAsyncLifetime
{
    private readonly TestVerifier _pool = new();

    public Task InitializeAsync() => _pool.InitializeAsync();

    public Task DisposeAsync() => _pool.DisposeAsync();

    [Fact]
    public async Task A_token_is_verified_in_full_once()
    {
        using var metrics = new RecordedMetrics(_pool.Meters);
        var token = _pool.Token();

        var first = await _pool.Verify(token);
        var second = await _pool.Verify(token);

        second.Value.ShouldBe(first.Value);
        metrics.Of("cognitoauth.token.cache.lookups").ShouldBe(["outcome=miss", "outcome=hit"]);
        metrics.Of("cognitoauth.token.verifications").ShouldBe(["outcome=accepted", "outcome=accepted"]);
    }

    [Fact]
    public async Task A_remembered_token_expires_to_the_second()
    {
        var token = _pool.Token();
        var lifetime = (await _pool.Verify(token)).Value.ExpiresAt - _pool.Time.GetUtcNow();

        _pool.Time.Advance(lifetime - TimeSpan.FromTicks(1));
        (await _pool.Verify(token)).Error.ShouldBeNull();

        _pool.Time.Advance(TimeSpan.FromTicks(1));
        (await _pool.Verify(token)).Error!.Reason.ShouldBe("token has expired");
    }

    [Fact]
    public async Task A_remembered_token_that_expired_is_accepted_where_expired_ones_are()
    {
        var token = _pool.Token();
        await _pool.Verify(token);
        _pool.Time.Advance(TimeSpan.FromDays(1));

        (await _pool.Verify(token, acceptExpired: true)).Value.Subject.ShouldBe(TokenForge.Subject);
        _pool.Verified.Count.ShouldBeLessThanOrEqualTo(1);
        (await _pool.Verify(token)).Error!.Reason.ShouldBe("token has expired");
    }

    [Fact]
    public async Task A_remembered_token_is_refused_once_its_key_is_gone()
    {
        var token = _pool.Token();
        await _pool.Verify(token);
        _pool.Server.Answer = KeySetServer.Keys(new PoolKey("another"));
        await _pool.Keys.Refresh(default);

        (await _pool.Verify(token)).Error.ShouldBeNull();
        _pool.Time.Advance(SigningKeys.Grace);
        (await _pool.Verify(token)).Error!.Reason.ShouldBe("kid is not of the user pool");
    }

    [Fact]
    public async Task A_remembered_token_is_refused_once_its_key_is_another_of_the_same_id()
    {
        var token = _pool.Token();
        await _pool.Verify(token);
        _pool.Server.Answer = KeySetServer.Keys(TokenForge.Stranger);
        await _pool.Keys.Refresh(default);

        (await _pool.Verify(token)).Error!.Reason.ShouldBe("signature does not match");
    }

    [Fact]
    public async Task A_remembered_token_is_known_again_once_its_key_came_back()
    {
        using var metrics = new RecordedMetrics(_pool.Meters);
        var token = _pool.Token();
        await _pool.Verify(token);
        _pool.Server.Answer = KeySetServer.Keys(TokenForge.Stranger);
        await _pool.Keys.Refresh(default);
        (await _pool.Verify(token)).Error.ShouldNotBeNull();
        _pool.Server.Answer = KeySetServer.Keys(TokenForge.Key);
        await _pool.Keys.Refresh(default);

        (await _pool.Verify(token)).Error.ShouldBeNull();
        (await _pool.Verify(token)).Error.ShouldBeNull();

        metrics.Of("cognitoauth.token.cache.lookups").ShouldBe(["outcome=miss", "outcome=miss", "outcome=miss", "outcome=hit"]);
        _pool.Verified.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_remembered_token_stays_known_when_the_same_keys_are_fetched_again()
    {
        using var metrics = new RecordedMetrics(_pool.Meters);
        var token = _pool.Token();
        await _pool.Verify(token);
        await _pool.Keys.Refresh(default);

        await _pool.Verify(token);

        metrics.Of("cognitoauth.token.cache.lookups").ShouldBe(["outcome=miss", "outcome=hit"]);
    }

    [Fact]
    public async Task Forged_and_foreign_tokens_are_not_remembered()
    {
        string[] refused =
        [
            TokenForge.SignedBy(TokenForge.Stranger.Sign, _pool.Forge.Payload()),
            _pool.Token(new PoolKey("another")),
            _pool.Forge.Claiming(payload => payload["token_use"] = "id"),
            _pool.Forge.Claiming(payload => payload["client_id"] = "sister"),
            _pool.Forge.Claiming(payload => payload["iss"] = "https://elsewhere.example"),
            _pool.Forge.Claiming(payload => payload["nbf"] = _pool.Forge.Now + 60),
            _pool.Forge.Claiming(payload => payload["exp"] = _pool.Forge.Now),
            new string('a', CompactToken.MaxLength + 1),
        ];
        foreach (var token in refused) (await _pool.Verify(token)).Error.ShouldNotBeNull();
        (await _pool.Verify(refused[6], acceptExpired: true)).Error.ShouldBeNull();

        _pool.Verified.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Another_text_is_not_mistaken_for_a_remembered_token()
    {
        var token = _pool.Token();
        await _pool.Verify(token);

        for (var index = 0; index < token.Length; index++)
        {
            var other = token.ToCharArray();
            // A letter that changes the value at every place of base64url, and is not part of a surrogate pair.
            other[index] = (char)(other[index] + 256);
            (await _pool.Verify(new string(other))).Error.ShouldNotBeNull();
        }

        (await _pool.Verify(token + "=")).Error.ShouldNotBeNull();
        (await _pool.Verify(token[..^1])).Error.ShouldNotBeNull();
    }

    [Fact]
    public async Task No_more_tokens_are_remembered_than_the_bound()
    {
        var key = new SigningKey("kid", TokenForge.Key.PrivateKey);
        var result = await _pool.Verify(_pool.Token());
        for (var token = 0; token < 2 * VerifiedTokens.Capacity; token++)
        {
            _pool.Verified.Add(new TokenHash((UInt128)token, 0), new VerifiedEntry(key, NotBefore: null, result));
            if (token % 1_000 == 0) _pool.Verified.Count.ShouldBeLessThanOrEqualTo(VerifiedTokens.Capacity);
        }

        _pool.Verified.Count.ShouldBeInRange(VerifiedTokens.Capacity / 2, VerifiedTokens.Capacity);
        (await _pool.Verify(_pool.Token())).Error.ShouldBeNull();
    }

    [Fact]
    public async Task The_least_recently_used_tokens_make_room()
    {
        var key = new SigningKey("kid", TokenForge.Key.PrivateKey);
        var result = await _pool.Verify(_pool.Token());
        for (var token = 1; token < VerifiedTokens.Capacity; token++) Add(token);
        _pool.Verified.Count.ShouldBe(VerifiedTokens.Capacity);
        _pool.Verified.TryFind(new TokenHash(1, 0), out _).ShouldBeTrue();

        Add(VerifiedTokens.Capacity);

        _pool.Verified.Count.ShouldBe(VerifiedTokens.Capacity / 4 * 3);
        _pool.Verified.TryFind(new TokenHash(1, 0), out _).ShouldBeTrue();
        _pool.Verified.TryFind(new TokenHash(2, 0), out _).ShouldBeFalse();
        _pool.Verified.TryFind(new TokenHash(VerifiedTokens.Capacity - 1, 0), out _).ShouldBeTrue();

        void Add(int token) => _pool.Verified.Add(new TokenHash((UInt128)token, 0), new VerifiedEntry(key, NotBefore: null, result));
    }

    [Fact]
    public async Task A_token_is_forgotten_some_time_after_it_expired()
    {
        await _pool.Verify(_pool.Token());
        _pool.Verified.Count.ShouldBe(1);

        _pool.Time.Advance(TimeSpan.FromDays(1));

        _pool.Verified.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Ids_of_session_and_user_are_computed_once_and_remembered_with_the_token()
    {
        var token = _pool.Token();

        var (first, second) = ((await _pool.Verify(token)).Value, (await _pool.Verify(token)).Value);

        second.ShouldBeSameAs(first, "the ids are part of it");
        second.Session.ShouldBe(SessionId.Of(new UserPoolId(TokenForge.PoolId), TokenForge.OriginJti));
    }

    [Fact]
    public async Task Verifying_a_remembered_token_allocates_nothing()
    {
        var token = new Secret(_pool.Token());
        await _pool.Verifier.Verify(token);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 1_000; call++) (await _pool.Verifier.Verify(token)).Error.ShouldBeNull();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
