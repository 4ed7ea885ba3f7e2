using System.Buffers.Binary;

namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// An event as bytes: its kind, its id and whom it is about (25 bytes), and what the kind needs; numbers big-endian. There can be millions in the log, and none holds a token or a name.
/// A kind keeps its number and its form for ever: instances of two versions read one log while one replaces the other.
/// </summary>
internal static class RevocationEventFormat
{
    private const int KeyLength = 16;
    private const int LongestEvent = 256;

    private const byte SessionEnded = 1;
    private const byte SessionKnown = 2;
    private const byte SignInsEnded = 3;
    private const byte SignInsConfirmed = 4;
    private const byte SignInsKnown = 5;
    private const byte Admitted = 6;

    /// <summary>Writes an event.</summary>
    public static byte[] Write(RevocationEvent happened)
    {
        var bytes = new Writer(stackalloc byte[LongestEvent]);
        bytes.Byte(KindOf(happened));
        bytes.Long(happened.Id);
        bytes.Key(happened.Subject);
        switch (happened)
        {
            case RevocationEvent.SessionEnded ended:
                bytes.Seconds(ended.Seconds);
                break;
            case RevocationEvent.SessionKnown known:
                bytes.Seconds(known.Seconds);
                break;
            case RevocationEvent.SignInsEnded ended:
                bytes.Long(ended.UpTo);
                bytes.Seconds(ended.Seconds);
                break;
            case RevocationEvent.SignInsConfirmed confirmed:
                bytes.Long(confirmed.UpTo);
                bytes.Long(confirmed.Confirmed);
                bytes.Seconds(confirmed.Seconds);
                break;
            case RevocationEvent.SignInsKnown known:
                bytes.Ended(known.Confirmed);
                bytes.Byte((byte)known.Provisional.Count);
                foreach (var ended in known.Provisional) bytes.Ended(ended);
                break;
            case RevocationEvent.Admitted admitted:
                bytes.Key(admitted.Session);
                bytes.Long(admitted.AuthTime);
                bytes.Long(admitted.Mark);
                break;
        }

        return bytes.ToArray();
    }

    /// <summary>Reads an event; <see langword="null"/> for what is none.</summary>
    public static RevocationEvent? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Read(new Reader(bytes));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static RevocationEvent? Read(Reader bytes)
    {
        var (kind, id, subject) = (bytes.Byte(), bytes.Long(), bytes.Key());
        return kind switch
        {
            SessionEnded => new RevocationEvent.SessionEnded(id, subject, bytes.Seconds()),
            SessionKnown => new RevocationEvent.SessionKnown(id, subject, bytes.Seconds()),
            SignInsEnded => new RevocationEvent.SignInsEnded(id, subject, bytes.Long(), bytes.Seconds()),
            SignInsConfirmed => new RevocationEvent.SignInsConfirmed(id, subject, bytes.Long(), bytes.Long(), bytes.Seconds()),
            SignInsKnown => new RevocationEvent.SignInsKnown(id, subject, bytes.Ended(), bytes.ManyEnded()),
            Admitted => new RevocationEvent.Admitted(id, subject, bytes.Key(), bytes.Long(), bytes.Long()),
            _ => null,
        };
    }

    private static byte KindOf(RevocationEvent happened) => happened switch
    {
        RevocationEvent.SessionEnded => SessionEnded,
        RevocationEvent.SessionKnown => SessionKnown,
        RevocationEvent.SignInsEnded => SignInsEnded,
        RevocationEvent.SignInsConfirmed => SignInsConfirmed,
        RevocationEvent.SignInsKnown => SignInsKnown,
        RevocationEvent.Admitted => Admitted,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "It has no number."),
    };

    private ref struct Writer(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;
        private int _length;

        public readonly byte[] ToArray() => _buffer[.._length].ToArray();

        public void Byte(byte value) => _buffer[_length++] = value;

        public void Long(long value) => BinaryPrimitives.WriteInt64BigEndian(Next(sizeof(long)), value);

        public void Seconds(long value) => BinaryPrimitives.WriteUInt32BigEndian(Next(sizeof(uint)), (uint)Math.Clamp(value, 0, uint.MaxValue));

        public void Key(RevocationKey value) => value.Value.TryWriteBytes(Next(KeyLength), bigEndian: true, out _);

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

    private ref struct Reader(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public byte Byte() => Next(1)[0];

        public long Long() => BinaryPrimitives.ReadInt64BigEndian(Next(sizeof(long)));

        public long Seconds() => BinaryPrimitives.ReadUInt32BigEndian(Next(sizeof(uint)));

        public RevocationKey Key() => new(new Guid(Next(KeyLength), bigEndian: true));

        public EndedFor Ended() => new(Long(), Seconds());

        public EndedFor[] ManyEnded()
        {
            var ended = new EndedFor[Math.Min((int)Byte(), EndedSignIns.MaxProvisional)];
            for (var index = 0; index < ended.Length; index++) ended[index] = Ended();
            return ended;
        }

        private ReadOnlySpan<byte> Next(int count)
        {
            var next = _rest[..count];
            _rest = _rest[count..];
            return next;
        }
    }
}
