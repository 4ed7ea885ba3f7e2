using System.Diagnostics.Metrics;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation.Shared;

/// <summary>How sure an instance can be of what it knows.</summary>
public sealed class RevocationReplicaTests
{
    private static readonly TimeSpan Staleness = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));
    private readonly RevocationReplica _replica;

    public RevocationReplicaTests() => _replica = new RevocationReplica(new FeedTimes(Staleness), _time);

    [Fact]
    public void Tells_nothing_before_the_log_was_read()
    {
        _replica.IsFresh.ShouldBeFalse();
        Check(Token()).ShouldBe(RevocationStatus.Unknown);
    }

    [Fact]
    public void Tells_for_as_long_as_the_budget_and_not_longer()
    {
        _replica.Prove(_replica.Now);
        Check(Token()).ShouldBe(RevocationStatus.Live);

        _time.Advance(Staleness);
        Check(Token()).ShouldBe(RevocationStatus.Live);
        _time.Advance(TimeSpan.FromTicks(1));
        Check(Token()).ShouldBe(RevocationStatus.Unknown);
    }

    [Fact]
    public void Is_as_old_as_the_question_and_not_as_its_answer()
    {
        var asked = _replica.Now;
        _time.Advance(Staleness + TimeSpan.FromSeconds(1));
        _replica.Prove(asked);

        Check(Token()).ShouldBe(RevocationStatus.Unknown, "the answer came late, or was read late");
    }

    [Fact]
    public void What_has_ended_stays_ended_however_old_that_is()
    {
        var (session, user) = (Token(), Token());
        _replica.Table.EndSession(RevocationKey.Of(session.Session), long.MaxValue);
        _replica.Table.Set(RevocationKey.Of(user.Subject), new EndedSignIns(new(user.AuthTime.ToUnixTimeSeconds(), long.MaxValue), 1, null));

        _time.Advance(TimeSpan.FromDays(1));
        Check(session).ShouldBe(RevocationStatus.SessionEnded);
        Check(user).ShouldBe(RevocationStatus.SignInsEnded);
    }

    [Fact]
    public void A_machine_that_slept_does_not_answer_from_what_is_old()
    {
        var sleeper = new SleepingClock();
        var replica = new RevocationReplica(new FeedTimes(Staleness), sleeper);
        replica.Prove(replica.Now);
        replica.Check(Token(), null).ShouldBe(RevocationStatus.Live);

        // While it sleeps, the clock that only goes forwards stands still.
        sleeper.Wall += TimeSpan.FromMinutes(1);
        replica.Check(Token(), null).ShouldBe(RevocationStatus.Unknown);
    }

    [Fact]
    public void A_clock_that_is_set_back_does_not_make_it_young()
    {
        var clock = new SleepingClock();
        var replica = new RevocationReplica(new FeedTimes(Staleness), clock);
        replica.Prove(replica.Now);

        clock.Wall -= TimeSpan.FromHours(1);
        clock.Ticks += (Staleness + TimeSpan.FromSeconds(1)).Ticks;
        replica.Check(Token(), null).ShouldBe(RevocationStatus.Unknown);
    }

    [Fact]
    public void Tells_how_old_it_is_by_the_clock_that_says_more()
    {
        using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = meters.GetRequiredService<IMeterFactory>();
        using var metrics = new RecordedMetrics(factory);
        var clock = new SleepingClock();
        var replica = new RevocationReplica(new FeedTimes(Staleness), clock, new RevocationMetrics(factory));
        metrics.Gauge("cognitoauth.revocation.age").ShouldBeNull("nothing is known yet");

        replica.Prove(replica.Now);
        clock.Wall += TimeSpan.FromMinutes(1);
        metrics.Gauge("cognitoauth.revocation.age").ShouldBe(60);
        clock.Wall -= TimeSpan.FromHours(1);
        clock.Ticks += TimeSpan.FromSeconds(7).Ticks;
        metrics.Gauge("cognitoauth.revocation.age").ShouldBe(7);
    }

    [Fact]
    public void Tells_how_many_sign_outs_it_knows()
    {
        using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = meters.GetRequiredService<IMeterFactory>();
        using var metrics = new RecordedMetrics(factory);
        var replica = new RevocationReplica(new FeedTimes(Staleness), _time, new RevocationMetrics(factory));

        replica.Table.EndSession(RevocationKey.Of(Token().Session), long.MaxValue);
        replica.Table.Set(RevocationKey.Of("jane"), new EndedSignIns(new(1, long.MaxValue), 1, null));

        metrics.Gauge("cognitoauth.revocation.entries").ShouldBe(2);
    }

    [Fact]
    public void Asks_what_is_kept_beside_the_log_too()
    {
        _replica.Prove(_replica.Now);
        var token = Token();
        var kept = new RevocationTable();
        kept.EndSession(RevocationKey.Of(token.Session), long.MaxValue);

        _replica.Check(token, kept).ShouldBe(RevocationStatus.SessionEnded);
        _replica.Check(Token(), kept).ShouldBe(RevocationStatus.Live);
    }

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        var (live, ended, kept) = (Token(), Token(), new RevocationTable());
        _replica.Table.EndSession(RevocationKey.Of(ended.Session), long.MaxValue);
        _replica.Prove(_replica.Now);
        Look();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var repeats = 0; repeats < 1_000; repeats++) Look();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Look()
        {
            _replica.Check(live, kept);
            _replica.Check(live, null);
            _replica.Check(ended, kept);
        }
    }

    private static VerifiedToken Token() => new()
    {
        Subject = Guid.NewGuid().ToString(),
        Username = "jane",
        ClientId = "1example23456789",
        AuthTime = new DateTimeOffset(2026, 3, 4, 11, 0, 0, TimeSpan.Zero),
        IssuedAt = new DateTimeOffset(2026, 3, 4, 11, 0, 0, TimeSpan.Zero),
        ExpiresAt = new DateTimeOffset(2026, 3, 4, 13, 0, 0, TimeSpan.Zero),
        OriginJti = Guid.NewGuid().ToString(),
    };

    private RevocationStatus Check(VerifiedToken token) => _replica.Check(token, null);

    private sealed class SleepingClock : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

        public long Ticks { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => Ticks;
    }
}
