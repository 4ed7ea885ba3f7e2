using CognitoAuth.Application.Ports;
using CognitoAuth.Infrastructure.Revocation;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation;

/// <summary>Sign-ins next to sign-outs: which of them are admitted, and what happens when they come at the same time.</summary>
public sealed partial class InProcessRevocationsTests
{
    [Fact]
    public async Task A_sign_in_sent_after_the_sign_out_in_the_same_second_is_admitted()
    {
        await EndSignIns(Jane, Noon, Month);
        await Confirm(Jane, Noon, Noon, Day);
        var mark = await Mark();
        var token = Token(Jane, Noon);
        Check(token).ShouldBe(RevocationStatus.SignInsEnded);

        await Admit(token, mark);

        Check(token).ShouldBe(RevocationStatus.Live);
        Check(Token(Jane, Noon)).ShouldBe(RevocationStatus.SignInsEnded, "another session of that second");
    }

    [Fact]
    public async Task A_sign_in_under_way_during_the_sign_out_is_not_admitted()
    {
        var mark = await Mark();
        await EndSignIns(Jane, Noon, Month);
        var token = Token(Jane, Noon);

        await Admit(token, mark);

        Check(token).ShouldBe(RevocationStatus.SignInsEnded);
    }

    [Fact]
    public async Task A_sign_in_under_way_when_Cognito_confirmed_is_not_admitted()
    {
        await EndSignIns(Jane, Noon, Month);
        var mark = await Mark();
        await Confirm(Jane, Noon, Noon, Day);
        var token = Token(Jane, Noon);

        await Admit(token, mark);

        Check(token).ShouldBe(RevocationStatus.SignInsEnded);
    }

    [Fact]
    public async Task Sign_outs_of_other_users_do_not_prevent_an_admission()
    {
        await EndSignIns(Jane, Noon, Month);
        var mark = await Mark();
        await EndSignIns(Joe, Noon, Month);
        var token = Token(Jane, Noon);

        await Admit(token, mark);

        Check(token).ShouldBe(RevocationStatus.Live);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_next_sign_out_ends_admitted_sessions(bool byConfirmation)
    {
        await EndSignIns(Jane, Noon, Month);
        var token = Token(Jane, Noon);
        await Admit(token, await Mark());
        Check(token).ShouldBe(RevocationStatus.Live);

        await (byConfirmation ? Confirm(Jane, Noon, Noon, Day) : EndSignIns(Jane, Noon, Month));

        Check(token).ShouldBe(RevocationStatus.SignInsEnded);
    }

    [Fact]
    public async Task An_admitted_session_can_end_on_its_own()
    {
        await EndSignIns(Jane, Noon, Month);
        var token = Token(Jane, Noon);
        await Admit(token, await Mark());

        await EndSession(token, Day);

        Check(token).ShouldBe(RevocationStatus.SessionEnded);
    }

    [Fact]
    public async Task An_admission_without_a_sign_out_keeps_nothing()
    {
        await Admit(Token(Jane, Noon), await Mark());
        _revocations.Count.ShouldBe(0);

        await EndSignIns(Jane, Noon, Month);
        var later = Token(Jane, Noon.AddSeconds(1));
        await Admit(later, await Mark());
        await EndSignIns(Jane, Noon.AddSeconds(-5), Month);
        Check(later).ShouldBe(RevocationStatus.Live);
    }

    [Fact]
    public async Task A_sign_in_and_a_sign_out_at_the_same_time_never_leave_the_session_alive()
    {
        for (var round = 0; round < 2_000; round++)
        {
            var subject = Guid.NewGuid().ToString();
            await EndSignIns(subject, Noon.AddMinutes(-1), Day);
            var mark = await Mark();
            var token = Token(subject, Noon);
            using var start = new Barrier(2);

            await Task.WhenAll(
                Task.Run(async () =>
                {
                    start.SignalAndWait();
                    await EndSignIns(subject, Noon, Day);
                }),
                Task.Run(async () =>
                {
                    start.SignalAndWait();
                    await Admit(token, mark);
                }));

            Check(token).ShouldBe(RevocationStatus.SignInsEnded);
        }
    }

    [Fact]
    public async Task Sign_outs_at_the_same_time_are_all_kept()
    {
        var atMostWaiting = new ParallelOptions { MaxDegreeOfParallelism = EndedSignIns.MaxProvisional };
        await Parallel.ForEachAsync(Enumerable.Range(0, 1_000), atMostWaiting, async (second, _) =>
        {
            await EndSignIns(Jane, Noon.AddSeconds(second), Month);
            await Confirm(Jane, Noon.AddSeconds(second), Noon.AddSeconds(-second), Day);
        });

        // Each was confirmed, so no provisional time is left.
        Check(Token(Jane, Noon)).ShouldBe(RevocationStatus.SignInsEnded);
        Check(Token(Jane, Noon.AddSeconds(1))).ShouldBe(RevocationStatus.Live);
        (await Mark()).Value.ShouldBe(2_000);
    }
}
