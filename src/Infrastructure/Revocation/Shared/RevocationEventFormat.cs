using System.Buffers.Binary;

namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// An event as bytes: its kind, its id, the id of the session or user (25 bytes), and what the kind needs; numbers are big-endian. The log can hold millions of events, and none holds a token or a name.
/// A kind keeps its number and its form forever: a log can hold entries of earlier versions for as long as refresh tokens live. Kinds 1 to 6 are those of 7 to 12 with former keys
/// (<see cref="SessionId.OfFormer"/>); they are read and no longer written.
/// </summary>
internal static class RevocationEventFormat
{
    private const int LongestEvent = 256;

    private const byte FormerKinds = 6;

    private const byte SessionEnded = 7;
    private const byte SessionKnown = 8;
    private const byte SignInsEnded = 9;
    private const byte SignInsConfirmed = 10;
    private const byte SignInsKnown = 11;
    private const byte Admitted = 12;

    /// <summary>Writes an event.</summary>
    public static byte[] Write(RevocationEvent happened)
    {
        var bytes = new Writer(stackalloc byte[LongestEvent]);
        switch (happened)
        {
            case RevocationEvent.SessionEnded ended:
                bytes.Start(SessionEnded, ended.Id);
                bytes.Session(ended.Session);
                bytes.Seconds(ended.Seconds);
                break;
            case RevocationEvent.SessionKnown known:
                bytes.Start(SessionKnown, known.Id);
                bytes.Session(known.Session);
                bytes.Seconds(known.Seconds);
                break;
            case RevocationEvent.SignInsEnded ended:
                bytes.Start(SignInsEnded, ended.Id);
                bytes.Subject(ended.Subject);
                bytes.Long(ended.UpTo);
                bytes.Seconds(ended.Seconds);
                break;
            case RevocationEvent.SignInsConfirmed confirmed:
                bytes.Start(SignInsConfirmed, confirmed.Id);
                bytes.Subject(confirmed.Subject);
                bytes.Long(confirmed.UpTo);
                bytes.Long(confirmed.Confirmed);
                bytes.Seconds(confirmed.Seconds);
                break;
            case RevocationEvent.SignInsKnown known:
                bytes.Start(SignInsKnown, known.Id);
                bytes.Subject(known.Subject);
                bytes.Ended(known.Confirmed);
                bytes.Byte((byte)known.Provisional.Count);
                foreach (var ended in known.Provisional) bytes.Ended(ended);
                break;
            case RevocationEvent.Admitted admitted:
                bytes.Start(Admitted, admitted.Id);
                bytes.Subject(admitted.Subject);
                bytes.Session(admitted.Session);
                bytes.Long(admitted.AuthTime);
                bytes.Long(admitted.Mark);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "It has no number.");
        }

        return bytes.ToArray();
    }

    /// <summary>Reads an event.</summary>
    /// <param name="bytes">The bytes of an entry.</param>
    /// <param name="userPool">The user pool of the log.</param>
    /// <returns><see langword="null"/> for bytes that are no event, or of a later version.</returns>
    public static RevocationEvent? Read(ReadOnlySpan<byte> bytes, UserPoolId userPool)
    {
        try
        {
            return Read(new Reader(bytes, userPool));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static RevocationEvent? Read(Reader bytes)
    {
        var (kind, id) = (bytes.Kind(), bytes.Long());
        return kind switch
        {
            SessionEnded => new RevocationEvent.SessionEnded(id, bytes.Session(), bytes.Seconds()),
            SessionKnown => new RevocationEvent.SessionKnown(id, bytes.Session(), bytes.Seconds()),
            SignInsEnded => new RevocationEvent.SignInsEnded(id, bytes.Subject(), bytes.Long(), bytes.Seconds()),
            SignInsConfirmed => new RevocationEvent.SignInsConfirmed(id, bytes.Subject(), bytes.Long(), bytes.Long(), bytes.Seconds()),
            SignInsKnown => new RevocationEvent.SignInsKnown(id, bytes.Subject(), bytes.Ended(), bytes.ManyEnded()),
            Admitted => new RevocationEvent.Admitted(id, bytes.Subject(), bytes.Session(), bytes.Long(), bytes.Long()),
            _ => null,
        };
    }

    private ref struct Writer(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;
        private int _length;

        public readonly byte[] ToArray() => _buffer[.._length].ToArray();

        public void Start(byte kind, long id)
        {
            Byte(kind);
            Long(id);
        }

        public void Byte(byte value) => _buffer[_length++] = value;

        public void Long(long value) => BinaryPrimitives.WriteInt64BigEndian(Next(sizeof(long)), value);

        public void Seconds(long value) => BinaryPrimitives.WriteUInt32BigEndian(Next(sizeof(uint)), (uint)Math.Clamp(value, 0, uint.MaxValue));

        public void Session(SessionId value) => value.WriteTo(Next(SessionId.Length));

        public void Subject(SubjectId value) => value.WriteTo(Next(SubjectId.Length));

        public void Ended(EndedFor value)
        {
            Long(value.Time);
            Seconds(value.Seconds);
        }

        private Span<byte> Next(int count)
        {
            var next = _buffer.Slice(_length, count);
            _length += count;
            return next;
        }
    }

    private ref struct Reader(ReadOnlySpan<byte> rest, UserPoolId userPool)
    {
        private ReadOnlySpan<byte> _rest = rest;
        private bool _hasFormerKeys;

        /// <summary>The kind. Of a former kind the keys are converted, and the rest is the same.</summary>
        public byte Kind()
        {
            var kind = Byte();
            _hasFormerKeys = kind is > 0 and <= FormerKinds;
            return _hasFormerKeys ? (byte)(kind + FormerKinds) : kind;
        }

        public byte Byte() => Next(1)[0];

        public long Long() => BinaryPrimitives.ReadInt64BigEndian(Next(sizeof(long)));

        public long Seconds() => BinaryPrimitives.ReadUInt32BigEndian(Next(sizeof(uint)));

        public SessionId Session() => _hasFormerKeys ? SessionId.OfFormer(userPool, FormerKey()) : new(Next(SessionId.Length));

        public SubjectId Subject() => _hasFormerKeys ? SubjectId.OfFormer(userPool, FormerKey()) : new(Next(SubjectId.Length));

        public EndedFor Ended() => new(Long(), Seconds());

        public EndedFor[] ManyEnded()
        {
            var ended = new EndedFor[Math.Min((int)Byte(), EndedSignIns.MaxProvisional)];
            for (var index = 0; index < ended.Length; index++) ended[index] = Ended();
            return ended;
        }

        private Guid FormerKey() => new(Next(SessionId.Length), bigEndian: true);

        private ReadOnlySpan<byte> Next(int count)
        {
            var next = _rest[..count];
            _rest = _rest[count..];
            return next;
        }
    }
}
