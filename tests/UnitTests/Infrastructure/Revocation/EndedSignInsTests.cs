using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation;

/// <summary>Merges what two instances know of a user's sign-outs.</summary>
public sealed class EndedSignInsTests
{
    private const long Noon = 1_772_625_600;
    private const long Day = 86_400;
    private const long Now = Noon + 10;

    private static readonly EndedUpTo Earlier = new(Noon - 60, Now + Day);
    private static readonly EndedUpTo Later = new(Noon, Now + Day);

    [Fact]
    public void A_merge_takes_over_what_was_not_known()
    {
        var merged = default(EndedSignIns).With(Earlier, [Later], sequence: 7, Now);

        merged.Confirmed.ShouldBe(Earlier);
        merged.Waiting(Now).ShouldBe([Later]);
        merged.Sequence.ShouldBe(7);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Neither_side_of_a_merge_weakens_the_other(bool isFirst)
    {
        var (mine, theirs) = isFirst ? (Earlier, Later) : (Later, Earlier);
        var merged = Confirmed(mine).With(theirs, [], 2, Now);

        merged.Confirmed.ShouldBe(Later);
    }

    [Fact]
    public void A_merge_does_not_take_over_what_has_expired()
    {
        var merged = Confirmed(Earlier).With(new(Noon, Now), [], 2, Now);

        merged.Confirmed.ShouldBe(Earlier);
    }

    [Fact]
    public void A_repeated_merge_changes_nothing()
    {
        var known = default(EndedSignIns).With(Earlier, [Later, Later], 1, Now);

        var merged = known.With(known.Confirmed, known.Waiting(Now), 2, Now);

        merged.Confirmed.ShouldBe(known.Confirmed);
        merged.Waiting(Now).ShouldBe(known.Waiting(Now));
    }

    [Fact]
    public void Two_sign_outs_of_one_second_stay_two()
    {
        var known = default(EndedSignIns).With(Later, 1, Now);

        known.With(default(EndedUpTo), [Later, Later], 2, Now).Waiting(Now).Count().ShouldBe(2);
    }

    [Fact]
    public void A_merge_ends_earlier_admissions()
    {
        var session = SomeSession.IdOf("session");
        var known = Confirmed(Later).WithAdmitted(session);
        known.Ended(Noon, session, formerSession: null, Now).ShouldBeFalse();

        known.With(default(EndedUpTo), [], 2, Now).Ended(Noon, session, formerSession: null, Now).ShouldBeTrue();
    }

    [Fact]
    public void More_sign_outs_than_are_distinguished_weaken_none_of_them()
    {
        var many = Enumerable.Range(0, EndedSignIns.MaxProvisional).Select(second => new EndedUpTo(Noon + second, Now + Day)).ToList();
        var known = default(EndedSignIns).With(default(EndedUpTo), many, 1, Now);

        var merged = known.With(default(EndedUpTo), many.Select(ended => ended with { Time = ended.Time + 100 }), 2, Now);

        merged.Waiting(Now).Count().ShouldBe(EndedSignIns.MaxProvisional);
        merged.UpTo(Now).ShouldBe(Noon + 100 + EndedSignIns.MaxProvisional - 1);
    }

    [Fact]
    public void A_state_covers_what_it_contains_and_nothing_more()
    {
        var known = default(EndedSignIns).With(Earlier, [Later], 1, Now);

        known.Covers(known, Now, slack: 0).ShouldBeTrue();
        known.Covers(Confirmed(Earlier), Now, slack: 0).ShouldBeTrue();
        known.Covers(default, Now, slack: 0).ShouldBeTrue();
        Confirmed(Earlier).Covers(known, Now, slack: 0).ShouldBeFalse("a sign-out waits there");
        Confirmed(Earlier).Covers(Confirmed(Later), Now, slack: 0).ShouldBeFalse("a later time is known there");
        Confirmed(Later).Covers(Confirmed(Later with { Expires = Later.Expires + 60 }), Now, slack: 30).ShouldBeFalse("it lives longer there");
        Confirmed(Later).Covers(Confirmed(Later with { Expires = Later.Expires + 60 }), Now, slack: 60).ShouldBeTrue();
        default(EndedSignIns).Covers(Confirmed(new(Noon, Now)), Now, slack: 0).ShouldBeTrue("it is over");
    }

    private static EndedSignIns Confirmed(EndedUpTo ended) => new(ended, 1, null);
}
