using System.Diagnostics;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.Tests.Shared;
using Xunit.Abstractions;

namespace CognitoAuth.IntegrationTests.Infrastructure.Revocation;

/// <summary>What happens to sign-outs when Redis comes back empty, loses entries, hangs, cannot be reached or accepts no writes. No session that was signed out is ever accepted again.</summary>
[Trait("Clock", "Real")]
[Trait("Needs", "redis")]
public sealed class RedisOutageTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Key = "cognitoauth:{eu-west-1_Example}:revocations";

    /// <summary>The staleness budget in tests that let it run out. They assert only a lower or an upper bound of their times.</summary>
    private static readonly TimeSpan Staleness = TimeSpan.FromSeconds(2);

    private readonly RedisServer _redis = new();

    public Task InitializeAsync() => _redis.InitializeAsync();

    public Task DisposeAsync() => _redis.DisposeAsync();

    // Redis loses its data

    [Theory]
    [InlineData("restart")]
    [InlineData("FLUSHALL")]
    [InlineData("DEL")]
    public async Task An_emptied_Redis_gets_all_sign_outs_from_the_instances(string how)
    {
        await using var all = await Several(3);
        var ended = await SignOutOfAllKinds(all);
        await using (var watch = new Watch(all, ended))
        {
            await Lose(how);
            await Wait.Until(() => all.Members.All(member => member.HasRecovered));
            await Wait.Until(() => all.Members.All(member => member.Replica.IsFresh));
            watch.Failures.ShouldBeEmpty();
        }

        await all.ReadUpToNow();
        all.ShouldKnowTheSame();
        await using var late = await Instance.Start(_redis.ConnectionString);
        foreach (var (token, status) in ended) late.Check(token).ShouldBe(status);
        ((long)await _redis.Execute("XLEN", Key)).ShouldBe(ended.Count, "they take turns, so each entry is restored once");
    }

    [Fact]
    public async Task A_new_instance_waits_for_the_others_when_Redis_has_lost_everything()
    {
        for (var round = 0; round < 5; round++)
        {
            await using var all = await Several(2);
            var ended = await SignOutOfAllKinds(all);
            await Lose("FLUSHALL");

            await using var late = await Instance.Start(_redis.ConnectionString);

            foreach (var (token, status) in ended) late.Check(token).ShouldBe(status);
        }
    }

    [Fact]
    public async Task A_Redis_that_lost_its_latest_entries_gets_them_back()
    {
        await using var all = await Several(2);
        var (early, late) = (Instance.Token(), Instance.Token());
        await all[0].EndSession(early);
        await all[0].EndSession(late);
        await all.ReadUpToNow();

        var last = (string)(await _redis.Execute("XREVRANGE", Key, "+", "-", "COUNT", "1"))[0][0]!;
        await _redis.Execute("XDEL", Key, last);

        await Wait.Until(() => all.Members.All(member => member.HasRecovered));
        await using var fresh = await Instance.Start(_redis.ConnectionString);
        fresh.Check(early).ShouldBe(RevocationStatus.SessionEnded);
        fresh.Check(late).ShouldBe(RevocationStatus.SessionEnded);
    }

    [Fact]
    public async Task An_entry_id_that_Redis_assigns_twice_is_not_mistaken_for_the_entry_that_was_read()
    {
        await using var instance = await Instance.Start(_redis.ConnectionString);
        var token = Instance.Token();
        await instance.EndSession(token);
        var last = (string)(await _redis.Execute("XREVRANGE", Key, "+", "-", "COUNT", "1"))[0][0]!;
        var other = RevocationEventFormat.Write(new RevocationEvent.SessionEnded(EventIds.Next(), SomeSession.IdOf("other"), 3_600));

        // In one step, so that no instance sees the log without the entry.
        await _redis.Execute("EVAL", "redis.call('DEL', KEYS[1]); redis.call('XADD', KEYS[1], ARGV[1], 'e', ARGV[2])", "1", Key, last, other);

        await Wait.Until(() => instance.HasRecovered);
        ((long)await _redis.Execute("XLEN", Key)).ShouldBe(2);
    }

    [Fact]
    public async Task Sign_outs_during_the_recovery_of_the_log_are_not_lost()
    {
        await using var all = await Several(3);
        var ended = new List<VerifiedToken>();
        for (var round = 0; round < 5; round++)
        {
            var flush = Lose("FLUSHALL");
            for (var number = 0; number < 100; number++)
            {
                var token = Instance.Token();
                ended.Add(token);
                if (await all[number % 3].EndSession(token) is { } error) error.ShouldBe(AuthErrors.RevocationUnavailable);
            }

            await flush;
        }

        await Wait.Until(() => all.Members.All(member => member.Replica.IsFresh && member.Outbox.Count == 0));
        await all.ReadUpToNow();
        await using var late = await Instance.Start(_redis.ConnectionString);
        foreach (var token in ended)
        {
            all.ShouldBe(token, RevocationStatus.SessionEnded);
            late.Check(token).ShouldBe(RevocationStatus.SessionEnded);
        }
    }

    // Redis cannot be reached

    [Theory]
    [InlineData("down")]
    [InlineData("paused")]
    [InlineData("cut")]
    [InlineData("full")]
    public async Task An_instance_decides_for_the_staleness_budget_and_then_accepts_no_token_until_Redis_is_back(string how)
    {
        await using var network = new NetworkCut(_redis.Port);
        await using var instance = await Instance.Start(network.ConnectionString, Staleness);
        var (ended, live) = (Instance.Token(), Instance.Token());
        (await instance.EndSession(ended)).ShouldBeNull();

        var watch = Stopwatch.StartNew();
        await Break(how, network);
        var broken = watch.Elapsed;
        while (instance.Check(live) is RevocationStatus.Live) await Task.Delay(1);
        var decided = watch.Elapsed;
        output.WriteLine($"{how}: decided without Redis for {decided.TotalMilliseconds:F0} ms");
        // The last successful read was shortly before the outage.
        decided.ShouldBeGreaterThan(Staleness / 2);
        decided.ShouldBeLessThan(broken + Staleness + TimeSpan.FromSeconds(5));
        instance.Check(live).ShouldBe(RevocationStatus.Unknown);
        instance.Check(ended).ShouldBe(RevocationStatus.SessionEnded);
        instance.Revocations.IsAvailable.ShouldBeFalse();

        await Mend(how, network);
        watch.Restart();
        await Wait.Until(() => instance.Check(live) is RevocationStatus.Live);
        output.WriteLine($"{how}: in sync {watch.Elapsed.TotalMilliseconds:F0} ms after the repair");
        instance.Check(ended).ShouldBe(RevocationStatus.SessionEnded);
    }

    [Fact]
    public async Task An_instance_that_was_cut_off_knows_the_sign_outs_of_that_time_before_it_accepts_again()
    {
        await using var network = new NetworkCut(_redis.Port);
        await using var cutOff = await Instance.Start(network.ConnectionString, Staleness);
        await using var other = await Instance.Start(_redis.ConnectionString);
        var (token, live) = (Instance.Token(), Instance.Token());

        network.Cut();
        await Wait.Until(() => cutOff.Check(token) is RevocationStatus.Unknown);
        (await other.EndSession(token)).ShouldBeNull();
        network.Mend();

        while (cutOff.Check(live) is not RevocationStatus.Live)
        {
            cutOff.Check(token).ShouldNotBe(RevocationStatus.Live);
            await Task.Delay(1);
        }

        cutOff.Check(token).ShouldBe(RevocationStatus.SessionEnded);
    }

    [Fact]
    public async Task The_lag_metric_shows_that_an_instance_that_was_cut_off_read_a_sign_out_late()
    {
        await using var network = new NetworkCut(_redis.Port);
        await using var cutOff = await Instance.Start(network.ConnectionString, Staleness);
        await using var other = await Instance.Start(_redis.ConnectionString);
        await other.EndSession(Instance.Token());
        await Wait.Until(() => Lags().Count == 1);

        network.Cut();
        var token = Instance.Token();
        (await other.EndSession(token)).ShouldBeNull();
        var watch = Stopwatch.StartNew();
        await Wait.Until(() => cutOff.Check(Instance.Token()) is RevocationStatus.Unknown);
        cutOff.Metrics.Gauge("cognitoauth.revocation.age")!.Value.ShouldBeGreaterThan(Staleness.TotalSeconds);
        var late = watch.Elapsed;
        network.Mend();
        await Wait.Until(() => Lags().Count == 2);

        // Redis timestamps are in milliseconds.
        Lags()[1].ShouldBeInRange((late - TimeSpan.FromMilliseconds(2)).TotalSeconds, watch.Elapsed.TotalSeconds + 1);
        await Wait.Until(() => cutOff.Metrics.Gauge("cognitoauth.revocation.age") < Staleness.TotalSeconds);

        List<double> Lags() => [.. cutOff.Metrics.All.Where(measured => measured.Instrument == "cognitoauth.revocation.lag").Select(measured => measured.Value)];
    }

    [Theory]
    [InlineData("down")]
    [InlineData("paused")]
    [InlineData("cut")]
    [InlineData("full")]
    public async Task A_sign_out_during_an_outage_holds_on_its_instance_and_on_all_after_Redis_is_back(string how)
    {
        await using var network = new NetworkCut(_redis.Port);
        await using var all = new Instances([await Instance.Start(network.ConnectionString), await Instance.Start(network.ConnectionString)]);
        var (session, jane, second) = (Instance.Token(), Guid.NewGuid().ToString(), DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()));
        await Break(how, network);

        (await all[0].EndSession(session)).ShouldBe(AuthErrors.RevocationUnavailable);
        (await all[0].EndSignIns(jane, second)).ShouldBe(AuthErrors.RevocationUnavailable);
        all[0].Check(session).ShouldBe(RevocationStatus.SessionEnded);
        all[0].Check(Instance.Token(jane, second)).ShouldBe(RevocationStatus.SignInsEnded);
        (await all[0].Confirm(jane, second, second.AddSeconds(-10))).ShouldBe(AuthErrors.RevocationUnavailable);
        all[0].Check(Instance.Token(jane, second.AddSeconds(-10))).ShouldBe(RevocationStatus.SignInsEnded);

        await Mend(how, network);
        await Wait.Until(() => all[0].Outbox.Count == 0);
        await all.ReadUpToNow();
        all.ShouldBe(session, RevocationStatus.SessionEnded);
        all.ShouldBe(Instance.Token(jane, second.AddSeconds(-10)), RevocationStatus.SignInsEnded);
        // Both events of the user arrived in order: Cognito's time replaced the provisional time.
        all.ShouldBe(Instance.Token(jane, second), RevocationStatus.Live);
        all[0].Outbox.Undelivered.ShouldBeNull();
        all.ShouldKnowTheSame();
    }

    [Fact]
    public async Task A_sign_out_whose_response_was_lost_is_in_the_log_once()
    {
        await using var network = new NetworkCut(_redis.Port);
        await using var instance = await Instance.Start(network.ConnectionString);
        var token = Instance.Token();

        network.CutResponses();
        (await instance.EndSession(token)).ShouldBe(AuthErrors.RevocationUnavailable);
        network.Mend();

        await Wait.Until(() => instance.Outbox.Count == 0);
        await instance.ReadUpToNow();
        ((long)await _redis.Execute("XLEN", Key)).ShouldBe(1);
        instance.Check(token).ShouldBe(RevocationStatus.SessionEnded);
    }

    [Fact]
    public async Task Repeated_sign_outs_during_an_outage_use_no_more_memory()
    {
        await using var instance = await Instance.Start(_redis.ConnectionString);
        await _redis.Stop();
        await Wait.Until(() => !instance.Feed.IsUp);
        var token = Instance.Token();

        for (var repeat = 0; repeat < 1_000; repeat++) (await instance.EndSession(token)).ShouldBe(AuthErrors.RevocationUnavailable);

        instance.Outbox.Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_call_waits_long_for_an_unreachable_Redis()
    {
        await using var instance = await Instance.Start(_redis.ConnectionString);
        await _redis.Pause();
        await Wait.Until(() => !instance.Feed.IsUp);

        var watch = Stopwatch.StartNew();
        for (var call = 0; call < 100; call++)
        {
            await instance.EndSession(Instance.Token());
            (await instance.Mark()).ShouldBe(RevocationMark.None);
        }

        output.WriteLine($"{watch.Elapsed.TotalMilliseconds / 200:F3} ms per call");
        watch.Elapsed.ShouldBeLessThan(100 * FeedTimes.ArrivalTimeout / 2);
        await _redis.Resume();
    }

    [Fact]
    public async Task An_outage_is_logged_once_and_its_end_once()
    {
        await using var instance = await Instance.Start(_redis.ConnectionString);
        await _redis.Stop();
        await Wait.Until(() => !instance.Feed.IsUp);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => instance.EndSession(Instance.Token())));
        await _redis.StartAgain();
        await Wait.Until(() => instance.Outbox.Count == 0);

        var away = instance.Lines.Count(line => line.StartsWith("Warning: Sign-outs cannot be exchanged", StringComparison.Ordinal));
        instance.Lines.Count(line => line.StartsWith("Information: Sign-outs are exchanged with the shared log again", StringComparison.Ordinal)).ShouldBe(away);
        // Once, except on a machine so busy that Redis seems unavailable once more.
        away.ShouldBeInRange(1, 3);
    }

    [Fact]
    public async Task An_instance_that_started_while_Redis_was_down_recovers_by_itself()
    {
        await _redis.Stop();
        await using var instance = await Instance.Begin(_redis.ConnectionString);
        await Wait.Until(() => !instance.Feed.IsUp);
        instance.Check(Instance.Token()).ShouldBe(RevocationStatus.Unknown);

        await _redis.StartAgain();
        await Wait.Until(() => instance.Check(Instance.Token()) is RevocationStatus.Live);
    }

    [Fact]
    public async Task An_instance_writes_its_pending_sign_outs_before_it_stops()
    {
        await using var other = await Instance.Start(_redis.ConnectionString);
        var instance = await Instance.Start(_redis.ConnectionString);
        var tokens = Enumerable.Range(0, 100).Select(_ => Instance.Token()).ToList();
        var ending = tokens.Select(token => instance.EndSession(token)).ToList();
        await instance.DisposeAsync();
        await Task.WhenAll(ending);

        await other.ReadUpToNow();
        foreach (var token in tokens) other.Check(token).ShouldBe(RevocationStatus.SessionEnded);
    }

    private static async Task<Dictionary<VerifiedToken, RevocationStatus>> SignOutOfAllKinds(Instances all)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        Dictionary<VerifiedToken, RevocationStatus> ended = [];
        for (var number = 0; number < 20; number++)
        {
            var (session, user, waiting) = (Instance.Token(), Instance.Token(authTime: now), Instance.Token(authTime: now));
            (await all[number % all.Members.Count].EndSession(session, number % 2 == 0 ? Instance.Day : Instance.Month)).ShouldBeNull();
            (await all[0].EndSignIns(user.Subject, now)).ShouldBeNull();
            (await all[0].Confirm(user.Subject, now, now)).ShouldBeNull();
            (await all[0].EndSignIns(waiting.Subject, now)).ShouldBeNull();
            (ended[session], ended[user], ended[waiting]) = (RevocationStatus.SessionEnded, RevocationStatus.SignInsEnded, RevocationStatus.SignInsEnded);
        }

        await all.ReadUpToNow();
        return ended;
    }

    private async Task Lose(string how)
    {
        switch (how)
        {
            case "restart":
                await _redis.Stop();
                await _redis.StartAgain();
                break;
            case "DEL":
                await _redis.Execute("DEL", Key);
                break;
            default:
                await _redis.Execute(how);
                break;
        }
    }

    private Task Break(string how, NetworkCut network)
    {
        switch (how)
        {
            case "down":
                return _redis.Stop();
            case "paused":
                return _redis.Pause();
            case "full":
                return _redis.Execute("CONFIG", "SET", "maxmemory", "1");
            default:
                network.Cut();
                return Task.CompletedTask;
        }
    }

    private Task Mend(string how, NetworkCut network)
    {
        switch (how)
        {
            case "down":
                return _redis.StartAgain();
            case "paused":
                return _redis.Resume();
            case "full":
                return _redis.Execute("CONFIG", "SET", "maxmemory", "0");
            default:
                network.Mend();
                return Task.CompletedTask;
        }
    }

    private async Task<Instances> Several(int count) => new(await Instance.Start(count, _redis.ConnectionString));

    /// <summary>Checks continuously, on all instances, tokens that must be refused.</summary>
    private sealed class Watch : IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly Task _watching;

        public Watch(Instances all, Dictionary<VerifiedToken, RevocationStatus> ended)
        {
            _watching = Task.Run(async () =>
            {
                while (!_end.IsCancellationRequested)
                {
                    foreach (var member in all.Members)
                    {
                        foreach (var (token, status) in ended)
                        {
                            if (member.Check(token) is var actual && actual != status) Failures.Add($"{actual} instead of {status}");
                        }
                    }

                    await Task.Delay(1);
                }
            });
        }

        public List<string> Failures { get; } = [];

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _watching;
            _end.Dispose();
        }
    }
}
