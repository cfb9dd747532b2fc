namespace Codex.Platform.Linux.DBus;

/// <summary>A message: who says what to whom.</summary>
internal sealed record DBusMessage
{
    public const byte Call = 1;
    public const byte Return = 2;
    public const byte Error = 3;
    public const byte Signal = 4;

    private const uint MaximumLength = 16 * 1024 * 1024;
    private const byte LittleEndian = (byte)'l';
    private const byte ProtocolVersion = 1;
    private const byte PathField = 1;
    private const byte InterfaceField = 2;
    private const byte MemberField = 3;
    private const byte ErrorField = 4;
    private const byte ReplyField = 5;
    private const byte DestinationField = 6;
    private const byte SenderField = 7;
    private const byte SignatureField = 8;

    /// <summary>Length of the part that tells the lengths of the others.</summary>
    public const int FixedLength = 16;

    public required byte Type { get; init; }

    public uint Serial { get; init; }

    public uint? ReplyTo { get; init; }

    public string? Destination { get; init; }

    public string? Path { get; init; }

    public string? Interface { get; init; }

    public string? Member { get; init; }

    public string? ErrorName { get; init; }

    /// <summary>Who sent it; the bus tells.</summary>
    public string? Sender { get; init; }

    public string Signature { get; init; } = "";

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The length of the whole message that starts like this.</summary>
    public static int TotalLength(ReadOnlyMemory<byte> start)
    {
        if (start.Span[0] != LittleEndian)
            throw new DBusException("a message on the bus is malformed");
        var reader = new DBusReader(start[4..]);
        var body = reader.UInt32();
        reader.UInt32();
        var fields = reader.UInt32();
        if (body > MaximumLength || fields > MaximumLength)
            throw new DBusException("a message on the bus is too long");
        return FixedLength + (int)((fields + 7) / 8 * 8) + (int)body;
    }

    /// <summary>Reads a whole message.</summary>
    public static DBusMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        var reader = new DBusReader(bytes);
        reader.Byte();
        var message = new DBusMessage { Type = reader.Byte() };
        reader.Byte();
        reader.Byte();
        var length = (int)reader.UInt32();
        message = message with { Serial = reader.UInt32(), Body = bytes[^length..] };
        var end = reader.ArrayEnd(8);
        while (!reader.IsAt(end))
            message = message.WithField(reader);
        return message;
    }

    /// <summary>The bytes of the message.</summary>
    public byte[] ToArray() => new DBusWriter()
        .Byte(LittleEndian).Byte(Type).Byte(0).Byte(ProtocolVersion)
        .UInt32((uint)Body.Length).UInt32(Serial)
        .Array(8, WriteFields)
        .Align(8)
        .Raw(Body.Span)
        .ToArray();

    private void WriteFields(DBusWriter writer)
    {
        Write(PathField, "o", Path);
        Write(InterfaceField, "s", Interface);
        Write(MemberField, "s", Member);
        Write(ErrorField, "s", ErrorName);
        if (ReplyTo is { } serial)
            writer.Align(8).Byte(ReplyField).Signature("u").UInt32(serial);
        Write(DestinationField, "s", Destination);
        if (Signature.Length > 0)
            writer.Align(8).Byte(SignatureField).Signature("g").Signature(Signature);

        void Write(byte field, string type, string? value)
        {
            if (value is not null)
                writer.Align(8).Byte(field).Signature(type).Text(value);
        }
    }

    private DBusMessage WithField(DBusReader reader)
    {
        reader.Align(8);
        var field = reader.Byte();
        return (field, reader.Signature()) switch
        {
            (PathField, "o") => this with { Path = reader.Text() },
            (InterfaceField, "s") => this with { Interface = reader.Text() },
            (MemberField, "s") => this with { Member = reader.Text() },
            (ErrorField, "s") => this with { ErrorName = reader.Text() },
            (SenderField, "s") => this with { Sender = reader.Text() },
            (ReplyField, "u") => this with { ReplyTo = reader.UInt32() },
            (SignatureField, "g") => this with { Signature = reader.Signature() },
            (_, "s" or "o") => Skip(reader.Text()),
            (_, "u") => Skip(reader.UInt32()),
            _ => throw new DBusException("a message on the bus is malformed"),
        };
    }

    private DBusMessage Skip<T>(T value)
    {
        _ = value;
        return this;
    }
}
