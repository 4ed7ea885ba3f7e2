using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation.Shared;

/// <summary>Instances that share sign-outs through a log which is not Redis. The integration tests do the same with Redis.</summary>
public sealed class RevocationFeedTests
{
    /// <summary>Short intervals, otherwise each start would take seconds. The staleness budget does not run out.</summary>
    private static readonly FeedTimes Times = new(Instance.LongBudget) { Interval = TimeSpan.FromMilliseconds(20), Settling = TimeSpan.FromMilliseconds(100) };

    private readonly InMemoryLog _log = new();

    /// <summary>The present second, as Cognito's clock shows it in a token.</summary>
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

    [Fact]
    public async Task A_sign_in_right_after_a_sign_out_on_another_instance_is_admitted_on_all()
    {
        await using var all = await Several(3);
        var (jane, second) = (Guid.NewGuid().ToString(), Second);
        await all[0].EndSignIns(jane, second);
        await all[0].Confirm(jane, second, second);

        var mark = await all[1].Mark();
        var token = Instance.Token(jane, second);
        await all[1].Admit(token, mark);

        await all.ReadUpToNow();
        all.ShouldBe(token, RevocationStatus.Live);
        all.ShouldBe(Instance.Token(jane, second), RevocationStatus.SignInsEnded, "another session of that second");
    }

    [Fact]
    public async Task Many_sign_outs_at_once_have_the_same_result_on_all_instances()
    {
        await using var all = await Several(3);
        var users = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid().ToString()).ToList();
        await Parallel.ForEachAsync(Enumerable.Range(0, 300), new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (number, _) =>
        {
            var (instance, user) = (all[number % 3], users[number % 5]);
            await ((number % 4) switch
            {
                0 => instance.EndSession(Instance.Token(user)),
                1 => instance.EndSignIns(user, Second),
                2 => instance.Confirm(user, Second, Second),
                _ => instance.Admit(Instance.Token(user, Second), await instance.Mark()).AsTask(),
            });
        });

        await all.ReadUpToNow();
        all.ShouldKnowTheSame();
        await using var late = await Start();
        new Instances([.. all.Members, late]).ShouldKnowTheSame();
    }

    [Fact]
    public async Task A_lost_message_delays_a_sign_out_by_one_interval_at_most()
    {
        await using var all = await Several(2);
        _log.LosesMessages = true;
        var token = Instance.Token();

        (await all[0].EndSession(token)).ShouldBeNull();

        await Wait.Until(() => all[1].Check(token) is RevocationStatus.SessionEnded);
    }

    [Fact]
    public async Task A_sign_out_during_an_outage_is_in_force_where_it_was_made_and_everywhere_afterwards()
    {
        await using var all = await Several(2);
        var token = Instance.Token();
        _log.IsDown = true;
        await Wait.Until(() => !all[0].Feed.IsUp);

        (await all[0].EndSession(token)).ShouldBe(AuthErrors.RevocationUnavailable);
        all[0].Check(token).ShouldBe(RevocationStatus.SessionEnded);
        all[1].Check(token).ShouldBe(RevocationStatus.Live);
        all[0].Revocations.IsAllRecorded.ShouldBeFalse();

        _log.IsDown = false;
        await Wait.Until(() => all[0].Revocations.IsAllRecorded);
        await all.ReadUpToNow();
        all.ShouldBe(token, RevocationStatus.SessionEnded);
    }

    [Fact]
    public async Task Nothing_is_accepted_once_an_outage_is_longer_than_the_staleness_budget()
    {
        var budget = Times with { Staleness = TimeSpan.FromSeconds(1) };
        await using var instance = await Instance.Start(_log.Connect(), budget);
        var (ended, live) = (Instance.Token(), Instance.Token());
        await instance.EndSession(ended);

        _log.IsDown = true;
        await Wait.Until(() => instance.Check(live) is RevocationStatus.Unknown);
        instance.Revocations.IsAvailable.ShouldBeFalse();
        instance.Check(ended).ShouldBe(RevocationStatus.SessionEnded);

        _log.IsDown = false;
        await Wait.Until(() => instance.Check(live) is RevocationStatus.Live);
    }

    [Fact]
    public async Task A_sign_out_whose_response_was_lost_is_in_the_log_once()
    {
        await using var instance = await Start();
        var token = Instance.Token();

        _log.LosesResponses = true;
        (await instance.EndSession(token)).ShouldBe(AuthErrors.RevocationUnavailable);
        _log.LosesResponses = false;

        await Wait.Until(() => instance.Outbox.Count == 0);
        _log.Count.ShouldBe(1);
        instance.Check(token).ShouldBe(RevocationStatus.SessionEnded);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task A_log_that_lost_entries_gets_them_back_once(int lost)
    {
        await using var all = await Several(3);
        var ended = Enumerable.Range(0, 20).Select(_ => Instance.Token()).ToList();
        foreach (var token in ended) (await all[0].EndSession(token)).ShouldBeNull();
        await all.ReadUpToNow();

        _log.Lose(lost);
        await Wait.Until(() => all.Members.All(member => member.HasRecovered && member.Replica.IsFresh));

        foreach (var token in ended) all.ShouldBe(token, RevocationStatus.SessionEnded);
        _log.Count.ShouldBe(20, "instances take turns, so that each entry is given back once");
        await using var late = await Start();
        foreach (var token in ended) late.Check(token).ShouldBe(RevocationStatus.SessionEnded);
    }

    [Fact]
    public async Task An_entry_of_a_later_version_is_skipped_and_logged()
    {
        await using var all = await Several(2);
        _log.Append(Convert.FromHexString("FF0000000000000001BBBBBBBBBBBBCCCCDDDDEEEEEEEEEEEE00015180"));
        var token = Instance.Token();

        (await all[0].EndSession(token)).ShouldBeNull();

        await all.ReadUpToNow();
        all.ShouldBe(token, RevocationStatus.SessionEnded);
        all[1].Lines.Count(line => line.StartsWith("Error: The sign-out 1 in the shared log cannot be read", StringComparison.Ordinal)).ShouldBe(1);
    }

    // Recorded from the version that wrote kinds 1 to 6: the end of the session bbbbbbbb-…, and of one that has no origin_jti.
    [Fact]
    public async Task Sign_outs_of_an_earlier_version_hold_after_the_upgrade_and_after_a_loss()
    {
        const string Jane = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
        var signIn = DateTimeOffset.FromUnixTimeSeconds(1_772_625_600);
        VerifiedToken[] ended =
        [
            Instance.Token(Jane, signIn).WithOriginJti("bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee"),
            Instance.Token(Jane, signIn).WithOriginJti(null),
        ];
        _log.Append(Convert.FromHexString("010000000000000001BBBBBBBBBBBBCCCCDDDDEEEEEEEEEEEE00015180"));
        _log.Append(Convert.FromHexString("0100000000000000078CA9C06E7C702A85347C86BC2975ED9200015180"));

        await using var instance = await Start();
        foreach (var token in ended) instance.Check(token).ShouldBe(RevocationStatus.SessionEnded);
        instance.Check(Instance.Token(Jane, signIn)).ShouldBe(RevocationStatus.Live);

        _log.Lose(2);
        await Wait.Until(() => instance.HasRecovered);
        await using var late = await Start();
        foreach (var token in ended) late.Check(token).ShouldBe(RevocationStatus.SessionEnded);
    }

    [Fact]
    public async Task Expired_entries_leave_the_log_but_the_last_stays()
    {
        await using var instance = await Start();
        for (var count = 0; count < 3; count++) await instance.EndSession(Instance.Token(), Instance.Day);

        await instance.Trim(DateTimeOffset.UtcNow.AddHours(23));
        _log.Count.ShouldBe(3);
        await instance.Trim(DateTimeOffset.UtcNow.AddHours(25));
        _log.Count.ShouldBe(1);
        await instance.ReadUpToNow();
        instance.HasRecovered.ShouldBeFalse("its position in the log is still there");
    }

    private async Task<Instances> Several(int count) => new(await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Start())));

    private Task<Instance> Start() => Instance.Start(_log.Connect(), Times);
}
