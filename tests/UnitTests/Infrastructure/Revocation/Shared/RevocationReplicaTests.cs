using System.Diagnostics.Metrics;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation.Shared;

/// <summary>For how long an instance trusts what it knows.</summary>
public sealed class RevocationReplicaTests
{
    private static readonly TimeSpan Staleness = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));
    private readonly RevocationReplica _replica;

    public RevocationReplicaTests() => _replica = new RevocationReplica(new FeedTimes(Staleness), _time);

    [Fact]
    public void A_replica_decides_nothing_before_the_log_was_read()
    {
        _replica.IsFresh.ShouldBeFalse();
        Check(Token()).ShouldBe(RevocationStatus.Unknown);
    }

    [Fact]
    public void A_replica_decides_for_the_staleness_budget_and_not_longer()
    {
        _replica.SetCurrentAt(_replica.Now);
        Check(Token()).ShouldBe(RevocationStatus.Live);

        _time.Advance(Staleness);
        Check(Token()).ShouldBe(RevocationStatus.Live);
        _time.Advance(TimeSpan.FromTicks(1));
        Check(Token()).ShouldBe(RevocationStatus.Unknown);
    }

    [Fact]
    public void What_was_read_is_as_old_as_the_request_and_not_as_the_response()
    {
        var asked = _replica.Now;
        _time.Advance(Staleness + TimeSpan.FromSeconds(1));
        _replica.SetCurrentAt(asked);

        Check(Token()).ShouldBe(RevocationStatus.Unknown, "the response came late, or was read late");
    }

    [Fact]
    public void A_session_that_ended_stays_ended_however_old_that_knowledge_is()
    {
        var (session, user) = (Token(), Token());
        _replica.Table.EndSession(session.Session, long.MaxValue);
        _replica.Table.Set(user.SubjectId, new EndedSignIns(new(user.AuthTime.ToUnixTimeSeconds(), long.MaxValue), 1, null));

        _time.Advance(TimeSpan.FromDays(1));
        Check(session).ShouldBe(RevocationStatus.SessionEnded);
        Check(user).ShouldBe(RevocationStatus.SignInsEnded);
    }

    [Fact]
    public void A_machine_that_slept_does_not_decide_by_outdated_knowledge()
    {
        var sleeper = new SleepingClock();
        var replica = new RevocationReplica(new FeedTimes(Staleness), sleeper);
        replica.SetCurrentAt(replica.Now);
        replica.Check(Token(), null).ShouldBe(RevocationStatus.Live);

        // While it sleeps, the monotonic clock stands still.
        sleeper.Wall += TimeSpan.FromMinutes(1);
        replica.Check(Token(), null).ShouldBe(RevocationStatus.Unknown);
    }

    [Fact]
    public void A_clock_that_is_set_back_does_not_make_knowledge_current()
    {
        var clock = new SleepingClock();
        var replica = new RevocationReplica(new FeedTimes(Staleness), clock);
        replica.SetCurrentAt(replica.Now);

        clock.Wall -= TimeSpan.FromHours(1);
        clock.Ticks += (Staleness + TimeSpan.FromSeconds(1)).Ticks;
        replica.Check(Token(), null).ShouldBe(RevocationStatus.Unknown);
    }

    [Fact]
    public void The_age_metric_follows_the_clock_that_shows_more()
    {
        using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = meters.GetRequiredService<IMeterFactory>();
        using var metrics = new RecordedMetrics(factory);
        var clock = new SleepingClock();
        var replica = new RevocationReplica(new FeedTimes(Staleness), clock, new RevocationMetrics(factory));
        metrics.Gauge("cognitoauth.revocation.age").ShouldBeNull("nothing is known yet");

        replica.SetCurrentAt(replica.Now);
        clock.Wall += TimeSpan.FromMinutes(1);
        metrics.Gauge("cognitoauth.revocation.age").ShouldBe(60);
        clock.Wall -= TimeSpan.FromHours(1);
        clock.Ticks += TimeSpan.FromSeconds(7).Ticks;
        metrics.Gauge("cognitoauth.revocation.age").ShouldBe(7);
    }

    [Fact]
    public void The_entries_metric_counts_the_known_sign_outs()
    {
        using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = meters.GetRequiredService<IMeterFactory>();
        using var metrics = new RecordedMetrics(factory);
        var replica = new RevocationReplica(new FeedTimes(Staleness), _time, new RevocationMetrics(factory));

        replica.Table.EndSession(Token().Session, long.MaxValue);
        replica.Table.Set(SomeSession.SubjectOf("jane"), new EndedSignIns(new(1, long.MaxValue), 1, null));

        metrics.Gauge("cognitoauth.revocation.entries").ShouldBe(2);
    }

    [Fact]
    public void A_look_up_includes_sign_outs_that_wait_for_the_log()
    {
        _replica.SetCurrentAt(_replica.Now);
        var token = Token();
        var kept = new RevocationTable();
        kept.EndSession(token.Session, long.MaxValue);

        _replica.Check(token, kept).ShouldBe(RevocationStatus.SessionEnded);
        _replica.Check(Token(), kept).ShouldBe(RevocationStatus.Live);
    }

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        var (live, ended, kept) = (Token(), Token(), new RevocationTable());
        _replica.Table.EndSession(ended.Session, long.MaxValue);
        _replica.SetCurrentAt(_replica.Now);
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

    private static VerifiedToken Token() => SomeSession.Token(authTime: new DateTimeOffset(2026, 3, 4, 11, 0, 0, TimeSpan.Zero));

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
