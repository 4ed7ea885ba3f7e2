using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.IntegrationTests.Infrastructure.Tokens;

/// <summary>What happens to tokens when the signing keys cannot be fetched, or change (<c>docs/cognito.md#signing-keys</c>). <c>docs/operations.md</c> has the same table word for word. The tests run each row with its own clock.</summary>
public sealed class SigningKeysTests
{
    private const string Table = """
        | The key set's address | readiness | a token of a known key | a token of a new key | a forged token |
        |---|---|---|---|---|
        | returns 500 from the start | 503 | — | 503 | 503 |
        | returns garbage from the start | 503 | — | 503 | 503 |
        | returns an empty set from the start | 503 | — | 503 | 503 |
        | hangs from the start | 503 | — | 503 | 503 |
        | is slow at the start | 503, then 200 | — | 200 | 401 |
        | returns 500 later | 200 | 200 | 503 | 503 |
        | returns garbage later | 200 | 200 | 503 | 503 |
        | returns an empty set later | 200 | 200 | 503 | 503 |
        | hangs later | 200 | 200 | 503 | 503 |
        | shows new keys | 200 | 200 | 200 | 401 |
        | shows new keys after 500 forged tokens | 200 | 200 | 401, then 200 | 401 |
        | no longer shows a key | 200 | 200, then 401 | 200 | 401 |
        """;

    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Penalty = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, Func<Task<Seen>>> Situations = new(StringComparer.Ordinal)
    {
        ["returns 500 from the start"] = () => BrokenFromTheStart(JwksMode.ServerError),
        ["returns garbage from the start"] = () => BrokenFromTheStart(JwksMode.Garbage),
        ["returns an empty set from the start"] = () => BrokenFromTheStart(JwksMode.Empty),
        ["hangs from the start"] = () => BrokenFromTheStart(JwksMode.Hang),
        ["is slow at the start"] = SlowAtTheStart,
        ["returns 500 later"] = () => BrokenLater(JwksMode.ServerError),
        ["returns garbage later"] = () => BrokenLater(JwksMode.Garbage),
        ["returns an empty set later"] = () => BrokenLater(JwksMode.Empty),
        ["hangs later"] = () => BrokenLater(JwksMode.Hang),
        ["shows new keys"] = ShowsNewKeys,
        ["shows new keys after 500 forged tokens"] = ShowsNewKeysAfterAFlood,
        ["no longer shows a key"] = NoLongerShowsAKey,
    };

    private static readonly Dictionary<string, Seen> Rows = Table.Split('\n').Skip(2)
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[0], cells => new Seen(cells[1], cells[2], cells[3], cells[4]), StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Situations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Tokens_are_treated_as_in_the_table_when_the_address_of_the_keys(string situation) => (await Situations[situation]()).ShouldBe(Rows[situation]);

    [Fact]
    public void The_guide_shows_this_table_and_every_row_has_a_test()
    {
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md")).ShouldContain(Table);
        Rows.Keys.ShouldBe(Situations.Keys);
    }

    private static async Task<Seen> BrokenFromTheStart(JwksMode mode)
    {
        await using var pool = new Bench(mode);
        var token = await pool.SignIn();
        var started = pool.Time.GetUtcNow();

        // All of them share the fetch of the start, or its result.
        var responses = await pool.Ended(Task.WhenAll(Enumerable.Range(0, 20).Select(_ => pool.Verify(token))));
        responses.Distinct().ShouldBe(["503"]);
        (pool.Time.GetUtcNow() - started).ShouldBeLessThan(2 * FetchTimeout);
        pool.Jwks.Fetches.ShouldBeInRange(1, 3);
        var seen = new Seen(await pool.Readiness(), "—", await pool.Ended(pool.Verify(token)), await pool.Ended(pool.Verify(Forge(token, "forged"))));

        pool.Jwks.Mode = JwksMode.Normal;
        await Wait.Until(async () =>
        {
            pool.Time.Advance(Moment);
            return await pool.Readiness() == "200" && await pool.Verify(token) == "200";
        });
        return seen;
    }

    private static async Task<Seen> SlowAtTheStart()
    {
        await using var pool = new Bench(JwksMode.Hang);
        var token = await pool.SignIn();
        var before = await pool.Readiness();
        var responses = Enumerable.Range(0, 20).Select(_ => pool.Verify(token)).ToList();

        pool.Jwks.Mode = JwksMode.Normal;

        (await Task.WhenAll(responses)).Distinct().ShouldBe(["200"]);
        pool.Jwks.Fetches.ShouldBe(1, "they wait for the fetch of the start");
        return new Seen($"{before}, then {await pool.Readiness()}", "—", await pool.Verify(token), await pool.Verify(Forge(token, "forged")));
    }

    private static async Task<Seen> BrokenLater(JwksMode mode)
    {
        await using var pool = new Bench();
        var known = await pool.SignInAndVerify();
        pool.Jwks.Rotate();
        pool.Jwks.Mode = mode;
        var rotated = await pool.SignIn();

        // The periodic refresh fails too, and changes nothing.
        await pool.NextRefresh(succeeds: false);
        var seen = new Seen(await pool.Readiness(), await pool.Verify(known), await pool.Ended(pool.Verify(rotated)), await pool.Ended(pool.Verify(Forge(known, "forged"))));

        pool.Jwks.Mode = JwksMode.Normal;
        pool.Time.Advance(Penalty);
        (await pool.Verify(rotated)).ShouldBe("200");
        return seen;
    }

    private static async Task<Seen> ShowsNewKeys()
    {
        await using var pool = new Bench();
        var known = await pool.SignInAndVerify();
        var before = pool.Jwks.Fetches;
        pool.Jwks.Rotate();
        var rotated = await pool.SignIn();

        // Even the first one is accepted. They share one fetch.
        (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => pool.Verify(rotated)))).Distinct().ShouldBe(["200"]);
        pool.Jwks.Fetches.ShouldBe(before + 1);
        return new Seen(await pool.Readiness(), await pool.Verify(known), await pool.Verify(rotated), await pool.Verify(Forge(known, "forged")));
    }

    private static async Task<Seen> ShowsNewKeysAfterAFlood()
    {
        await using var pool = new Bench();
        var known = await pool.SignInAndVerify();
        var before = pool.Jwks.Fetches;

        foreach (var wave in Enumerable.Range(0, 500).Chunk(50)) (await Task.WhenAll(wave.Select(number => pool.Verify(Forge(known, $"forged{number}"))))).Distinct().ShouldBe(["401"]);
        pool.Jwks.Fetches.ShouldBe(before + 1, "one fetch for all of them");

        pool.Jwks.Rotate();
        var rotated = await pool.SignIn();
        var early = await pool.Verify(rotated);
        pool.Time.Advance(Penalty);
        return new Seen(await pool.Readiness(), await pool.Verify(known), $"{early}, then {await pool.Verify(rotated)}", await pool.Verify(Forge(known, "forged")));
    }

    private static async Task<Seen> NoLongerShowsAKey()
    {
        await using var pool = new Bench();
        var known = await pool.SignInAndVerify();
        pool.Jwks.Rotate();
        var rotated = await pool.SignInAndVerify();
        pool.Jwks.RemoveRetired();

        await pool.NextRefresh(succeeds: true);
        pool.Time.Advance(Grace - Moment);
        var early = await pool.Verify(known);
        pool.Time.Advance(Moment);
        return new Seen(await pool.Readiness(), $"{early}, then {await pool.Verify(known)}", await pool.Verify(rotated), await pool.Verify(Forge(rotated, "forged")));
    }

    /// <summary>The token with another key id. Its signature is never checked, so it does not matter.</summary>
    private static string Forge(string token, string keyId)
    {
        var parts = token.Split('.');
        var header = JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!.AsObject();
        header["kid"] = keyId;
        return $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{parts[1]}.{parts[2]}";
    }

    /// <summary>The observed cells of a row.</summary>
    private sealed record Seen(string Readiness, string Known, string New, string Forged);

    /// <summary>An API over a pool. Both use one clock that the test moves.</summary>
    private sealed class Bench : IAsyncDisposable
    {
        private readonly LocalCognitoServer _pool;
        private readonly TestApi _api;

        public Bench(JwksMode mode = JwksMode.Normal)
        {
            _pool = LocalCognitoServer.Start(time: Time);
            _pool.Jwks.Mode = mode;
            _api = TestApi.Start(settings: _pool.Settings, time: Time);
        }

        public WatchedTime Time { get; } = new();

        public KeyPublication Jwks => _pool.Jwks;

        public async Task<string> SignIn()
        {
            await _api.WarmUp();
            return (await _api.SignIn(_pool.Pool.Add())).Access;
        }

        public async Task<string> SignInAndVerify()
        {
            var token = await SignIn();
            (await Verify(token)).ShouldBe("200");
            return token;
        }

        /// <summary>The status that forward-auth returns for the token.</summary>
        public async Task<string> Verify(string token)
        {
            var response = await _api.Get("/v1/auth/verify", token);
            if (response.Status == 503) response.ShouldBeProblem(503, "keys_unavailable").Headers["Retry-After"].ShouldBe("5");
            if (response.Status == 401) response.ShouldBeProblem(401, "invalid_token");
            return $"{response.Status}";
        }

        public async Task<string> Readiness() => $"{(await _api.Get("/health/ready")).Status}";

        /// <summary>Moves the clock until a task ends.</summary>
        public async Task<T> Ended<T>(Task<T> task)
        {
            while (await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(50))) != task) Time.Advance(TimeSpan.FromMilliseconds(250));
            return await task;
        }

        /// <summary>Moves the clock to the next periodic refresh of the keys.</summary>
        public async Task NextRefresh(bool succeeds)
        {
            await Wait.Until(() => Time.Started(RefreshInterval) > 0);
            var (fetches, refreshes) = (Jwks.Fetches, Time.Started(RefreshInterval));
            Time.Advance(RefreshInterval);
            await Wait.Until(() => succeeds ? Time.Started(RefreshInterval) > refreshes : Jwks.Fetches > fetches);
        }

        public async ValueTask DisposeAsync()
        {
            await _api.DisposeAsync();
            await _pool.DisposeAsync();
        }
    }

    /// <summary>A clock that the test moves. It counts the timers that were started.</summary>
    private sealed class WatchedTime() : FakeTimeProvider(TimeProvider.System.GetUtcNow())
    {
        private readonly List<TimeSpan> _started = [];

        public int Started(TimeSpan time)
        {
            lock (_started) return _started.Count(started => started == time);
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            lock (_started) _started.Add(dueTime);
            return timer;
        }
    }
}
