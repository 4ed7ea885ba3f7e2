using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Revocation.Shared;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation.Shared;

public sealed class RevocationOutboxTests
{
    private readonly RevocationOutbox _outbox = new(TimeProvider.System);

    [Fact]
    public void Hands_out_each_event_once_and_in_order()
    {
        var events = Add(3);

        _outbox.Take(2).ShouldBe(events[..2]);
        _outbox.Take(2).ShouldBe(events[2..]);
        _outbox.Take(2).ShouldBeEmpty();
        _outbox.Count.ShouldBe(3, "none has arrived");
    }

    [Fact]
    public void Sends_what_did_not_arrive_again_before_what_came_later()
    {
        var events = Add(3);
        _outbox.Take(3);
        events.AddRange(Add(1));
        _outbox.Arrived(events[1].Id);

        _outbox.SendAgain();

        _outbox.Take(9).ShouldBe([events[0], events[2], events[3]]);
    }

    [Fact]
    public void Ends_the_wait_when_an_event_arrived_and_not_before()
    {
        var outgoing = _outbox.Add(Ended())!;
        _outbox.Take(1);
        outgoing.Arrival.IsCompleted.ShouldBeFalse();

        _outbox.Arrived(outgoing.Event.Id);

        outgoing.Arrival.IsCompleted.ShouldBeTrue();
        _outbox.Count.ShouldBe(0);
        _outbox.Keep(outgoing).ShouldBeFalse();
        _outbox.Kept.ShouldBeNull();
    }

    [Fact]
    public void Keeps_what_does_not_arrive_in_time_until_all_of_it_has()
    {
        var (one, other) = (_outbox.Add(Ended())!, _outbox.Add(Ended())!);
        _outbox.Take(2);
        _outbox.Keep(one).ShouldBeTrue();
        _outbox.Keep(other).ShouldBeTrue();
        _outbox.Kept!.SessionExpiry(one.Event.Subject).ShouldBeGreaterThan(0);

        _outbox.Arrived(one.Event.Id);
        _outbox.Kept!.SessionExpiry(other.Event.Subject).ShouldBeGreaterThan(0);
        _outbox.Arrived(other.Event.Id);
        _outbox.Kept.ShouldBeNull();
    }

    [Fact]
    public void Takes_no_more_than_it_may()
    {
        for (var number = 0; number < RevocationOutbox.Capacity; number++) _outbox.Add(Ended()).ShouldNotBeNull();

        _outbox.Add(Ended()).ShouldBeNull();
        _outbox.Count.ShouldBe(RevocationOutbox.Capacity);
    }

    private static RevocationEvent.SessionEnded Ended() => new(EventIds.Next(), new RevocationKey(Guid.NewGuid()), 3_600);

    private List<RevocationEvent> Add(int count) => [.. Enumerable.Range(0, count).Select(_ => _outbox.Add(Ended())!.Event)];
}
