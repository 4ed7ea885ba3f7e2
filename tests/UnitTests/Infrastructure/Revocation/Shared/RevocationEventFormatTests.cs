using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Revocation.Shared;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation.Shared;

public sealed class RevocationEventFormatTests
{
    private static readonly RevocationKey Jane = RevocationKey.Of("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");
    private static readonly RevocationKey Session = RevocationKey.Of("bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee");

    /// <summary>One of each kind.</summary>
    public static TheoryData<string> Kinds => [.. Events.Keys];

    private static Dictionary<string, RevocationEvent> Events { get; } = new RevocationEvent[]
    {
        new RevocationEvent.SessionEnded(1, Session, 86_400),
        new RevocationEvent.SessionKnown(long.MaxValue, Session, uint.MaxValue),
        new RevocationEvent.SignInsEnded(3, Jane, 1_772_625_600, 2_592_000),
        new RevocationEvent.SignInsConfirmed(4, Jane, 1_772_625_600, 0, 86_400),
        new RevocationEvent.SignInsKnown(5, Jane, new(1_772_625_600, 86_400), [.. Enumerable.Range(0, EndedSignIns.MaxProvisional).Select(number => new EndedFor(number, number + 1))]),
        new RevocationEvent.Admitted(6, Jane, Session, 1_772_625_600, 42),
    }.ToDictionary(happened => happened.GetType().Name, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reads_what_it_wrote(string kind)
    {
        var read = RevocationEventFormat.Read(RevocationEventFormat.Write(Events[kind]));

        // A list in a record is compared by its identity.
        if (read is RevocationEvent.SignInsKnown known)
        {
            var written = (RevocationEvent.SignInsKnown)Events[kind];
            known.Provisional.ShouldBe(written.Provisional);
            read = known with { Provisional = written.Provisional };
        }

        read.ShouldBe(Events[kind]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reads_nothing_from_a_part(string kind)
    {
        var bytes = RevocationEventFormat.Write(Events[kind]);

        for (var length = 0; length < bytes.Length; length++) RevocationEventFormat.Read(bytes.AsSpan(0, length)).ShouldBeNull();
    }

    [Fact]
    public void Has_a_number_for_each_kind() =>
        typeof(RevocationEvent).GetNestedTypes().Select(kind => kind.Name).ShouldBe(Events.Keys, ignoreOrder: true);

    [Fact]
    public void Makes_an_event_or_nothing_of_any_bytes()
    {
        var random = new Random(42);
        for (var round = 0; round < 100_000; round++)
        {
            var bytes = new byte[random.Next(0, 80)];
            random.NextBytes(bytes);
            if (bytes.Length > 0) bytes[0] = (byte)random.Next(0, 8);
            Should.NotThrow(() => RevocationEventFormat.Read(bytes)?.ApplyTo(new RevocationTable(), new EventMoment(1, 2, 3)));
        }
    }

    [Fact]
    public void Keeps_numbers_and_form_since_instances_of_two_versions_read_one_log() =>
        Convert.ToHexString(RevocationEventFormat.Write(Events["SignInsConfirmed"])).ShouldBe("04" + "0000000000000004" + "AAAAAAAABBBBCCCCDDDDEEEEEEEEEEEE" + "0000000069A81EC0" + "0000000000000000" + "00015180");
}
