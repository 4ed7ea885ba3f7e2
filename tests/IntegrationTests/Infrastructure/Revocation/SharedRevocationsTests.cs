using CognitoAuth.Application.Ports;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.Tests.Shared;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.IntegrationTests.Infrastructure.Revocation;

/// <summary>While Redis works, what one instance records applies on all instances.</summary>
[Trait("Needs", "redis")]
public sealed class SharedRevocationsTests(RedisServer redis) : IClassFixture<RedisServer>
{
    /// <summary>The current second, the precision of Cognito's times in a token.</summary>
    private static DateTimeOffset Second => DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());

    [Fact]
    public async Task A_session_that_ended_on_one_instance_has_ended_on_all()
    {
        await using var all = await Several(3);
        var (ended, other) = (Instance.Token(), Instance.Token());

        (await all[0].EndSession(ended)).ShouldBeNull();

        await all.ReadUpToNow();
        all.ShouldBe(ended, RevocationStatus.SessionEnded);
        all.ShouldBe(other, RevocationStatus.Live);
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(20)]
    public async Task The_time_of_Cognito_replaces_the_provisional_time_on_all_instances(int cognitosClockIsAheadBy)
    {
        await using var all = await Several(3);
        var jane = Guid.NewGuid().ToString();
        var upTo = Second;
        var confirmed = upTo.AddSeconds(cognitosClockIsAheadBy);

        (await all[0].EndSignIns(jane, upTo)).ShouldBeNull();
        await all.ReadUpToNow();
        all.ShouldBe(Instance.Token(jane, upTo), RevocationStatus.SignInsEnded);
        all.ShouldBe(Instance.Token(jane, upTo.AddSeconds(1)), RevocationStatus.Live);

        (await all[0].Confirm(jane, upTo, confirmed)).ShouldBeNull();
        await all.ReadUpToNow();
        all.ShouldBe(Instance.Token(jane, confirmed), RevocationStatus.SignInsEnded);
        all.ShouldBe(Instance.Token(jane, confirmed.AddSeconds(1)), RevocationStatus.Live);
    }

    [Fact]
    public async Task A_sign_out_that_Cognito_refused_is_withdrawn_on_all_instances()
    {
        await using var all = await Several(2);
        var jane = Guid.NewGuid().ToString();
        await all[0].EndSignIns(jane, Second);

        await all[0].Confirm(jane, Second, DateTimeOffset.UnixEpoch);

        await all.ReadUpToNow();
        all.ShouldBe(Instance.Token(jane, Second.AddSeconds(-5)), RevocationStatus.Live);
    }

    [Fact]
    public async Task A_sign_in_right_after_a_sign_out_on_another_instance_is_admitted_on_all()
    {
        await using var all = await Several(3);
        for (var round = 0; round < 50; round++)
        {
            var (jane, second) = (Guid.NewGuid().ToString(), Second);
            await all[0].EndSignIns(jane, second);
            await all[0].Confirm(jane, second, second);

            // The sign-out has returned. The next call is a sign-in on another instance, in the same second.
            var mark = await all[1].Mark();
            var token = Instance.Token(jane, second);
            await all[1].Admit(token, mark);

            all[1].Check(token).ShouldBe(RevocationStatus.Live);
            await all.ReadUpToNow();
            all.ShouldBe(token, RevocationStatus.Live);
            all.ShouldBe(Instance.Token(jane, second), RevocationStatus.SignInsEnded, "another session of that second");
        }
    }

    [Fact]
    public async Task A_sign_in_on_another_instance_during_the_sign_out_is_admitted_on_none()
    {
        await using var all = await Several(2);
        var (jane, second) = (Guid.NewGuid().ToString(), Second);
        await all[0].EndSignIns(jane, second);
        var mark = await all[1].Mark();
        await all[0].Confirm(jane, second, second);

        var token = Instance.Token(jane, second);
        await all[1].Admit(token, mark);

        await all.ReadUpToNow();
        all.ShouldBe(token, RevocationStatus.SignInsEnded);
    }

    [Fact]
    public async Task The_next_sign_out_on_another_instance_ends_an_admitted_session()
    {
        await using var all = await Several(2);
        var (jane, second) = (Guid.NewGuid().ToString(), Second);
        await all[0].EndSignIns(jane, second);
        var token = Instance.Token(jane, second);
        await all[0].Admit(token, await all[0].Mark());
        await all.ReadUpToNow();
        all.ShouldBe(token, RevocationStatus.Live);

        await all[1].EndSignIns(jane, second);

        await all.ReadUpToNow();
        all.ShouldBe(token, RevocationStatus.SignInsEnded);
    }

    [Fact]
    public async Task A_sign_in_and_a_sign_out_at_the_same_time_on_two_instances_never_leave_the_session_alive()
    {
        await using var all = await Several(2);
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (_, _) =>
        {
            var (jane, second) = (Guid.NewGuid().ToString(), Second);
            await all[0].EndSignIns(jane, second.AddMinutes(-1));
            var mark = await all[0].Mark();
            var token = Instance.Token(jane, second);

            await Task.WhenAll(all[0].Admit(token, mark).AsTask(), all[1].EndSignIns(jane, second));

            await all.ReadUpToNow();
            all.ShouldBe(token, RevocationStatus.SignInsEnded);
        });
    }

    [Fact]
    public async Task Simultaneous_sign_outs_of_the_same_user_on_two_instances_both_reach_all_instances()
    {
        await using var all = await Several(3);
        var (jane, start) = (Guid.NewGuid().ToString(), Second);
        // No more at once than can be distinguished.
        await Parallel.ForEachAsync(Enumerable.Range(0, 300), new ParallelOptions { MaxDegreeOfParallelism = EndedSignIns.MaxProvisional }, async (number, _) =>
        {
            var instance = all[number % 3];
            var upTo = start.AddSeconds(number);
            (await instance.EndSignIns(jane, upTo)).ShouldBeNull();
            instance.Check(Instance.Token(jane, upTo)).ShouldBe(RevocationStatus.SignInsEnded);
            (await instance.Confirm(jane, upTo, start.AddSeconds(-number))).ShouldBeNull();
        });

        await all.ReadUpToNow();
        all.ShouldBe(Instance.Token(jane, start), RevocationStatus.SignInsEnded);
        // Each was confirmed with an earlier time than it began with: no provisional time is left on any instance.
        all.ShouldBe(Instance.Token(jane, start.AddSeconds(1)), RevocationStatus.Live);
        all.ShouldKnowTheSame();
    }

    [Fact]
    public async Task Many_simultaneous_sign_outs_of_all_kinds_have_the_same_result_on_all_instances()
    {
        await using var all = await Several(3);
        var users = Enumerable.Range(0, 10).Select(_ => Guid.NewGuid().ToString()).ToList();
        var sessions = Enumerable.Range(0, 20).Select(number => Instance.Token(users[number % 10], Second)).ToList();
        await Parallel.ForEachAsync(Enumerable.Range(0, 600), new ParallelOptions { MaxDegreeOfParallelism = 30 }, async (number, _) =>
        {
            var (instance, user, session) = (all[number % 3], users[number % 10], sessions[number % 20]);
            await ((number % 5) switch
            {
                0 => instance.EndSession(session, Instance.Month),
                1 => instance.EndSession(session, Instance.Day),
                2 => instance.EndSignIns(user, Second),
                3 => instance.Confirm(user, Second, Second),
                _ => instance.Admit(session.WithOriginJti(Guid.NewGuid().ToString()), await instance.Mark()).AsTask(),
            });
        });

        await all.ReadUpToNow();
        all.ShouldKnowTheSame();
        await using var late = await Instance.Start(redis.ConnectionString);
        new Instances([.. all.Members, late]).ShouldKnowTheSame();
    }

    [Fact]
    public async Task Duplicate_and_late_events_in_the_log_have_no_effect()
    {
        await using var all = await Several(2);
        var (jane, session, second) = (Guid.NewGuid().ToString(), Instance.Token(), Second);
        var (user, seconds) = (SomeSession.SubjectOf(jane), (long)Instance.Month.TotalSeconds);
        await all[0].EndSession(session);
        await all[0].EndSignIns(jane, second);
        await all[0].Confirm(jane, second, second);

        RevocationEvent[] repeats =
        [
            new RevocationEvent.SessionEnded(EventIds.Next(), session.Session, seconds),
            new RevocationEvent.SessionKnown(EventIds.Next(), session.Session, seconds),
            new RevocationEvent.SignInsEnded(EventIds.Next(), user, second.ToUnixTimeSeconds(), seconds),
            new RevocationEvent.SignInsConfirmed(EventIds.Next(), user, second.ToUnixTimeSeconds(), second.ToUnixTimeSeconds(), seconds),
            new RevocationEvent.SignInsKnown(EventIds.Next(), user, new(second.ToUnixTimeSeconds(), seconds), []),
        ];
        await all[1].Append([.. repeats, .. repeats, .. repeats.Reverse()]);

        await all.ReadUpToNow();
        all.ShouldBe(session, RevocationStatus.SessionEnded);
        all.ShouldBe(Instance.Token(jane, second), RevocationStatus.SignInsEnded);
        all.ShouldBe(Instance.Token(jane, second.AddSeconds(1)), RevocationStatus.Live);
        all.ShouldKnowTheSame();
    }

    [Fact]
    public async Task An_entry_that_cannot_be_read_is_skipped_and_logged()
    {
        await using var all = await Several(2);
        await redis.Execute("XADD", "cognitoauth:{eu-west-1_Example}:revocations", "*", "e", "garbage");
        await redis.Execute("XADD", "cognitoauth:{eu-west-1_Example}:revocations", "*", "other", "1", "fields", "2");
        var token = Instance.Token();
        (await all[0].EndSession(token)).ShouldBeNull();

        await all.ReadUpToNow();
        all.ShouldBe(token, RevocationStatus.SessionEnded);
        all[1].Lines.Count(line => line.StartsWith("Error: The sign-out ", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_lost_message_delays_a_sign_out_by_one_interval_at_most()
    {
        await using var all = await Several(2);
        var token = Instance.Token();
        // Appended without a message to the instances.
        await redis.Execute("XADD", "cognitoauth:{eu-west-1_Example}:revocations", "*", "e", RevocationEventFormat.Write(new RevocationEvent.SessionEnded(EventIds.Next(), token.Session, 3_600)));

        await Wait.Until(() => all.Members.All(member => member.Check(token) is RevocationStatus.SessionEnded));
    }

    [Fact]
    public async Task A_repeated_sign_out_adds_nothing_to_the_log()
    {
        await using var all = await Several(1);
        var token = Instance.Token();
        await all[0].EndSession(token);
        var length = (long)await redis.Execute("XLEN", "cognitoauth:{eu-west-1_Example}:revocations");

        for (var repeat = 0; repeat < 100; repeat++) (await all[0].EndSession(token)).ShouldBeNull();

        ((long)await redis.Execute("XLEN", "cognitoauth:{eu-west-1_Example}:revocations")).ShouldBe(length);
        // Cognito confirmed the sign-out, so the entry can expire earlier.
        await all[0].EndSession(token, Instance.Day);
        ((long)await redis.Execute("XLEN", "cognitoauth:{eu-west-1_Example}:revocations")).ShouldBe(length + 1);
    }

    [Fact]
    public async Task The_lifetime_of_an_entry_does_not_depend_on_the_clock_of_an_instance()
    {
        var (slow, fast) = (new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(-2)), new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(2)));
        var (one, other) = (await Running(slow), await Running(fast));
        var token = Instance.Token();
        (await one.EndSession(token, Instance.Day)).ShouldBeNull();
        await other.ReadUpToNow();
        other.Check(token).ShouldBe(RevocationStatus.SessionEnded);

        fast.Advance(Instance.Day - TimeSpan.FromMinutes(1));
        other.Check(token).ShouldBe(RevocationStatus.SessionEnded);
        fast.Advance(TimeSpan.FromMinutes(3));
        other.Replica.Table.Check(token, fast.GetUtcNow().ToUnixTimeSeconds()).ShouldBe(RevocationStatus.Live);
        await one.DisposeAsync();
        await other.DisposeAsync();

        async Task<Instance> Running(FakeTimeProvider time)
        {
            var instance = await Instance.Begin(redis.ConnectionString, time: time);
            await instance.ReadUpToNow();
            // Its clock stands still, so it would never get in sync.
            time.Advance(TimeSpan.FromSeconds(10));
            await Wait.Until(() => instance.Replica.IsFresh);
            return instance;
        }
    }

    [Fact]
    public async Task Expired_entries_leave_Redis_except_the_last()
    {
        await using var one = await Instance.Start(redis.ConnectionString, userPoolId: "eu-west-1_Trimmed");
        const string Key = "cognitoauth:{eu-west-1_Trimmed}:revocations";
        foreach (var hundred in Enumerable.Range(0, 15)) await one.Append(Enumerable.Range(0, 100).Select(_ => Ended(TimeSpan.FromMinutes(1))));
        await one.Append(Ended(Instance.Day), Ended(TimeSpan.FromMinutes(1)));
        var now = DateTimeOffset.UtcNow;

        await one.Trim(now);
        (await Length()).ShouldBe(1_502);
        await one.Trim(now.AddHours(1));
        (await Length()).ShouldBe(2, "one that has not expired, and the one after it");
        await one.Trim(now.AddHours(48));
        (await Length()).ShouldBe(1);
        await one.ReadUpToNow();
        one.Lines.ShouldNotContain(line => line.Contains("lost", StringComparison.Ordinal), "the entry that it read last is still in the log");

        async Task<long> Length() => (long)await redis.Execute("XLEN", Key);

        static RevocationEvent Ended(TimeSpan lifetime) => new RevocationEvent.SessionEnded(EventIds.Next(), SomeSession.IdOf(Guid.NewGuid().ToString()), (long)lifetime.TotalSeconds);
    }

    [Fact]
    public async Task User_pools_that_share_a_Redis_do_not_see_each_others_sign_outs()
    {
        await using var one = await Instance.Start(redis.ConnectionString, userPoolId: "eu-west-1_One");
        await using var other = await Instance.Start(redis.ConnectionString, userPoolId: "eu-west-1_Other");
        var token = Instance.Token();

        await one.EndSession(token);

        await other.ReadUpToNow();
        other.Check(token).ShouldBe(RevocationStatus.Live);
        one.Check(token).ShouldBe(RevocationStatus.SessionEnded);
    }

    [Fact]
    public async Task A_new_instance_decides_nothing_until_it_has_read_the_log()
    {
        await using var one = await Instance.Start(redis.ConnectionString);
        var token = Instance.Token();
        await one.EndSession(token);

        await using var late = await Instance.Begin(redis.ConnectionString);
        for (var status = late.Check(token); status is not RevocationStatus.SessionEnded; status = late.Check(token))
        {
            status.ShouldBe(RevocationStatus.Unknown);
            late.Revocations.IsAvailable.ShouldBeFalse();
            await Task.Yield();
        }

        await Wait.Until(() => late.Replica.IsFresh);
        late.Check(Instance.Token()).ShouldBe(RevocationStatus.Live);
    }

    [Fact]
    public async Task The_lag_metric_measures_how_late_an_instance_reads_the_events_of_others_with_any_clock()
    {
        const string Lag = "cognitoauth.revocation.lag";
        const string Pool = "eu-west-1_Lag";
        await using var one = await Instance.Start(redis.ConnectionString, userPoolId: Pool);
        await one.EndSession(Instance.Token());
        await using var late = await Instance.Start(redis.ConnectionString, userPoolId: Pool, time: new WrongTime(TimeSpan.FromHours(1)));
        late.Metrics.Of(Lag).ShouldBeEmpty("what it reads at its start is not counted");

        await one.EndSession(Instance.Token());
        await late.ReadUpToNow();

        late.Metrics.All.Where(measured => measured.Instrument == Lag).ShouldHaveSingleItem().Value.ShouldBeInRange(0, 30);
        one.Metrics.Of(Lag).ShouldBeEmpty("an instance's own events are not counted");
    }

    [Fact]
    public async Task An_instance_needs_no_more_rights_than_the_operations_page_names()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/operations.md"));
        var rights = page.Split('`').Single(code => code.Contains("-@all", StringComparison.Ordinal));
        await redis.Execute("ACL", ["SETUSER", "app", "on", ">secret", .. rights.Split(' ')]);
        await using var one = await Instance.Start($"{redis.ConnectionString},user=app,password=secret", userPoolId: "eu-west-1_Rights");
        await using var other = await Instance.Start($"{redis.ConnectionString},user=app,password=secret", userPoolId: "eu-west-1_Rights");
        var token = Instance.Token();

        (await one.EndSession(token)).ShouldBeNull();
        await redis.Execute("DEL", "cognitoauth:{eu-west-1_Rights}:revocations");
        await Wait.Until(() => one.Lines.Concat(other.Lines).Count(line => line.Contains("has all sign-outs again", StringComparison.Ordinal)) == 2);
        await one.Trim(DateTimeOffset.UtcNow);
        await other.ReadUpToNow();
        other.Check(token).ShouldBe(RevocationStatus.SessionEnded);
        // The error of Redis for a command that the user may not run.
        one.Lines.Concat(other.Lines).ShouldNotContain(line => line.Contains("NOPERM", StringComparison.Ordinal));
    }

    private async Task<Instances> Several(int count) => new(await Instance.Start(count, redis.ConnectionString));

    /// <summary>A clock that is wrong by a constant difference.</summary>
    private sealed class WrongTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
