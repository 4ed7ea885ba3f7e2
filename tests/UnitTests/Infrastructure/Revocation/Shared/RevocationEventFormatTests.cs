using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation.Shared;

public sealed class RevocationEventFormatTests
{
    private const string JanesSub = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private const long SignIn = 1_772_625_600;
    private const long Now = SignIn + 3_600;

    private static readonly UserPoolId Pool = new("eu-west-1_Example");
    private static readonly SubjectId Jane = SubjectId.Of(Pool, JanesSub);
    private static readonly SessionId Session = SessionId.Of(Pool, "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee");

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
    public void An_event_is_read_as_it_was_written(string kind)
    {
        var read = RevocationEventFormat.Read(RevocationEventFormat.Write(Events[kind]), Pool);

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
    public void A_part_of_an_event_is_no_event(string kind)
    {
        var bytes = RevocationEventFormat.Write(Events[kind]);

        for (var length = 0; length < bytes.Length; length++) RevocationEventFormat.Read(bytes.AsSpan(0, length), Pool).ShouldBeNull();
    }

    [Fact]
    public void Every_kind_of_event_is_tested_here() =>
        typeof(RevocationEvent).GetNestedTypes().Select(kind => kind.Name).ShouldBe(Events.Keys, ignoreOrder: true);

    [Fact]
    public void Any_bytes_are_an_event_or_none_and_never_an_exception()
    {
        var random = new Random(42);
        for (var round = 0; round < 100_000; round++)
        {
            var bytes = new byte[random.Next(0, 80)];
            random.NextBytes(bytes);
            if (bytes.Length > 0) bytes[0] = (byte)random.Next(0, 14);
            Should.NotThrow(() => RevocationEventFormat.Read(bytes, Pool)?.ApplyTo(new RevocationTable(), new EventMoment(1, 2, 3)));
        }
    }

    // Kinds keep their numbers and their form, since a log holds entries of earlier versions.
    [Theory]
    [InlineData("SessionEnded", "07" + "0000000000000001" + "7F5386CEC9AAEA69AD626F825D4CD7AD" + "00015180")]
    [InlineData("SessionKnown", "08" + "7FFFFFFFFFFFFFFF" + "7F5386CEC9AAEA69AD626F825D4CD7AD" + "FFFFFFFF")]
    [InlineData("SignInsEnded", "09" + "0000000000000003" + "5C14C7CF5251AEFB25CF071656F4918B" + "0000000069A81EC0" + "00278D00")]
    [InlineData("SignInsConfirmed", "0A" + "0000000000000004" + "5C14C7CF5251AEFB25CF071656F4918B" + "0000000069A81EC0" + "0000000000000000" + "00015180")]
    [InlineData("Admitted", "0C" + "0000000000000006" + "5C14C7CF5251AEFB25CF071656F4918B" + "7F5386CEC9AAEA69AD626F825D4CD7AD" + "0000000069A81EC0" + "000000000000002A")]
    public void An_event_is_written_in_the_form_that_is_in_use(string kind, string expected) => Convert.ToHexString(RevocationEventFormat.Write(Events[kind])).ShouldBe(expected);

    // Recorded from the version that wrote kinds 1 to 6.
    [Theory]
    [InlineData("010000000000000001BBBBBBBBBBBBCCCCDDDDEEEEEEEEEEEE00015180", "SessionEnded")]
    [InlineData("020000000000000002BBBBBBBBBBBBCCCCDDDDEEEEEEEEEEEE00278D00", "SessionKnown")]
    public void An_entry_of_a_former_kind_ends_the_session_that_it_named_by_its_origin_jti(string entry, string kind)
    {
        var (table, token) = (Apply(entry), Token());

        RevocationEventFormat.Read(Convert.FromHexString(entry), Pool)!.GetType().Name.ShouldBe(kind);
        table.Check(token, Now).ShouldBe(RevocationStatus.SessionEnded);
        table.Check(token.WithOriginJti("cccccccc-bbbb-cccc-dddd-eeeeeeeeeeee"), Now).ShouldBe(RevocationStatus.Live);
    }

    [Theory]
    [InlineData("030000000000000003AAAAAAAABBBBCCCCDDDDEEEEEEEEEEEE0000000069A81EC000278D00", SignIn)]
    [InlineData("040000000000000004AAAAAAAABBBBCCCCDDDDEEEEEEEEEEEE0000000069A81EC00000000069A81EB600015180", SignIn - 10)]
    [InlineData("050000000000000005AAAAAAAABBBBCCCCDDDDEEEEEEEEEEEE0000000069A81EC000015180020000000069A81EC100278D000000000069A81EC200278CFF", SignIn + 2)]
    public void An_entry_of_a_former_kind_ends_the_sign_ins_of_the_user_that_it_named_by_sub(string entry, long upTo)
    {
        var table = Apply(entry);

        table.Check(Token(upTo), Now).ShouldBe(RevocationStatus.SignInsEnded);
        table.Check(Token(upTo + 1), Now).ShouldBe(RevocationStatus.Live);
    }

    [Fact]
    public void A_session_without_origin_jti_that_a_former_kind_ended_is_still_refused()
    {
        var token = Token().WithOriginJti(null);
        var table = Apply("0100000000000000078CA9C06E7C702A85347C86BC2975ED9200015180");

        table.Check(token, Now).ShouldBe(RevocationStatus.SessionEnded);
        table.Check((token with { AuthTime = token.AuthTime.AddSeconds(1) }).WithIds(), Now).ShouldBe(RevocationStatus.Live);
    }

    [Theory]
    [InlineData("060000000000000006AAAAAAAABBBBCCCCDDDDEEEEEEEEEEEEBBBBBBBBBBBBCCCCDDDDEEEEEEEEEEEE0000000069A81EC0000000000000002A", true)]
    [InlineData("060000000000000008AAAAAAAABBBBCCCCDDDDEEEEEEEEEEEE8CA9C06E7C702A85347C86BC2975ED920000000069A81EC0000000000000002A", false)]
    public void A_session_that_a_former_kind_admitted_is_admitted(string entry, bool hasOriginJti)
    {
        var token = hasOriginJti ? Token() : Token().WithOriginJti(null);
        var table = Apply("030000000000000003AAAAAAAABBBBCCCCDDDDEEEEEEEEEEEE0000000069A81EC000278D00", entry);

        table.Check(token, Now).ShouldBe(RevocationStatus.Live);
        table.Check(Token().WithOriginJti("another"), Now).ShouldBe(RevocationStatus.SignInsEnded);
    }

    [Fact]
    public void A_former_sign_out_is_confirmed_by_an_event_of_the_present_kind()
    {
        var table = Apply("030000000000000003AAAAAAAABBBBCCCCDDDDEEEEEEEEEEEE0000000069A81EC000278D00");

        new RevocationEvent.SignInsConfirmed(9, Jane, SignIn, SignIn - 5, 86_400).ApplyTo(table, Moment(2));

        table.Check(Token(), Now).ShouldBe(RevocationStatus.Live);
        table.Check(Token(SignIn - 5), Now).ShouldBe(RevocationStatus.SignInsEnded);
    }

    [Fact]
    public void A_kind_of_a_later_version_is_no_event() =>
        RevocationEventFormat.Read(Convert.FromHexString("0D0000000000000001BBBBBBBBBBBBCCCCDDDDEEEEEEEEEEEE00015180"), Pool).ShouldBeNull();

    private static EventMoment Moment(long sequence) => new(sequence, Now, Age: 0);

    private static RevocationTable Apply(params string[] entries)
    {
        var table = new RevocationTable();
        for (var index = 0; index < entries.Length; index++) RevocationEventFormat.Read(Convert.FromHexString(entries[index]), Pool)!.ApplyTo(table, Moment(index + 1));
        return table;
    }

    private static VerifiedToken Token(long authTime = SignIn) => SomeSession.Token(JanesSub, DateTimeOffset.FromUnixTimeSeconds(authTime)).WithOriginJti("bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee");
}
