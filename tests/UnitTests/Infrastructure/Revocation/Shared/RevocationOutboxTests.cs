using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation.Shared;

public sealed class RevocationOutboxTests
{
    private readonly RevocationOutbox _outbox = new(TimeProvider.System);

    [Fact]
    public void The_outbox_hands_out_each_event_once_and_in_order()
    {
        var events = Add(3);

        _outbox.Take(2).ShouldBe(events[..2]);
        _outbox.Take(2).ShouldBe(events[2..]);
        _outbox.Take(2).ShouldBeEmpty();
        _outbox.Count.ShouldBe(3, "none has arrived");
    }

    [Fact]
    public void Events_that_did_not_arrive_are_sent_again_before_later_ones()
    {
        var events = Add(3);
        _outbox.Take(3);
        events.AddRange(Add(1));
        _outbox.Arrived(events[1].Id);

        _outbox.SendAgain();

        _outbox.Take(9).ShouldBe([events[0], events[2], events[3]]);
    }

    [Fact]
    public void The_wait_for_an_event_ends_when_it_arrived_and_not_before()
    {
        var outgoing = _outbox.Add(Ended())!;
        _outbox.Take(1);
        outgoing.Arrival.IsCompleted.ShouldBeFalse();

        _outbox.Arrived(outgoing.Event.Id);

        outgoing.Arrival.IsCompleted.ShouldBeTrue();
        _outbox.Count.ShouldBe(0);
        _outbox.ApplyUntilArrival(outgoing).ShouldBeFalse();
        _outbox.Undelivered.ShouldBeNull();
    }

    [Fact]
    public void Undelivered_events_are_in_force_until_all_have_arrived()
    {
        var (one, other) = (_outbox.Add(Ended())!, _outbox.Add(Ended())!);
        _outbox.Take(2);
        _outbox.ApplyUntilArrival(one).ShouldBeTrue();
        _outbox.ApplyUntilArrival(other).ShouldBeTrue();
        _outbox.Undelivered!.SessionExpiry(SessionOf(one)).ShouldBeGreaterThan(0);

        _outbox.Arrived(one.Event.Id);
        _outbox.Undelivered!.SessionExpiry(SessionOf(other)).ShouldBeGreaterThan(0);
        _outbox.Arrived(other.Event.Id);
        _outbox.Undelivered.ShouldBeNull();
    }

    [Fact]
    public void The_outbox_refuses_events_beyond_its_capacity()
    {
        for (var number = 0; number < RevocationOutbox.Capacity; number++) _outbox.Add(Ended()).ShouldNotBeNull();

        _outbox.Add(Ended()).ShouldBeNull();
        _outbox.Count.ShouldBe(RevocationOutbox.Capacity);
    }

    private static SessionId SessionOf(Outgoing outgoing) => ((RevocationEvent.SessionEnded)outgoing.Event).Session;

    private static RevocationEvent.SessionEnded Ended() => new(EventIds.Next(), SomeSession.IdOf(Guid.NewGuid().ToString()), 3_600);

    private List<RevocationEvent> Add(int count) => [.. Enumerable.Range(0, count).Select(_ => _outbox.Add(Ended())!.Event)];
}
