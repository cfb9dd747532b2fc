using System.Buffers.Binary;
using System.Text;

namespace Codex.Platform.Linux.DBus;

/// <summary>Takes values out of the bus's wire form, little-endian.</summary>
internal sealed class DBusReader(ReadOnlyMemory<byte> bytes)
{
    private int _position;

    /// <summary>Whether everything was read up to an offset.</summary>
    public bool IsAt(int offset) => _position >= offset;

    public void Align(int size) => _position = (_position + size - 1) / size * size;

    public byte Byte() => Take(1)[0];

    public bool Boolean() => UInt32() != 0;

    public uint UInt32()
    {
        Align(sizeof(uint));
        return BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));
    }

    /// <summary>A text or an object path.</summary>
    public string Text()
    {
        var text = Encoding.UTF8.GetString(Take(Length()));
        Take(1);
        return text;
    }

    public string Signature()
    {
        var text = Encoding.ASCII.GetString(Take(Byte()));
        Take(1);
        return text;
    }

    public byte[] Bytes() => Take(Length()).ToArray();

    /// <summary>A list of texts or object paths.</summary>
    public List<string> Texts()
    {
        var end = Length();
        end += _position;
        var texts = new List<string>();
        while (_position < end)
            texts.Add(Text());
        return texts;
    }

    /// <summary>The end of the array that starts here.</summary>
    public int ArrayEnd(int alignment)
    {
        var length = Length();
        Align(alignment);
        return _position + length;
    }

    private int Length()
    {
        var length = UInt32();
        return length <= bytes.Length - _position ? (int)length : throw new DBusException("a message on the bus is malformed");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - _position)
            throw new DBusException("a message on the bus is malformed");
        _position += count;
        return bytes.Span.Slice(_position - count, count);
    }
}
