using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Codex.Platform.Linux.DBus;

/// <summary>Puts values into the bus's wire form, little-endian; each starts at a multiple of its alignment.</summary>
internal sealed class DBusWriter
{
    private readonly List<byte> _bytes = [];

    /// <summary>How much was written.</summary>
    public int Length => _bytes.Count;

    /// <summary>What was written.</summary>
    public byte[] ToArray() => [.. _bytes];

    /// <summary>Fills up to an alignment.</summary>
    public DBusWriter Align(int size)
    {
        while (_bytes.Count % size != 0)
            _bytes.Add(0);
        return this;
    }

    public DBusWriter Byte(byte value)
    {
        _bytes.Add(value);
        return this;
    }

    public DBusWriter Boolean(bool value) => UInt32(value ? 1u : 0u);

    public DBusWriter UInt32(uint value)
    {
        Align(sizeof(uint));
        Span<byte> four = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(four, value);
        _bytes.AddRange(four);
        return this;
    }

    /// <summary>A text or an object path.</summary>
    public DBusWriter Text(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        UInt32((uint)utf8.Length);
        _bytes.AddRange(utf8);
        return Byte(0);
    }

    public DBusWriter Signature(string value)
    {
        Byte((byte)value.Length);
        _bytes.AddRange(Encoding.ASCII.GetBytes(value));
        return Byte(0);
    }

    public DBusWriter Bytes(ReadOnlySpan<byte> value)
    {
        UInt32((uint)value.Length);
        _bytes.AddRange(value);
        return this;
    }

    /// <summary>An array: its length does not count the space before the first element.</summary>
    public DBusWriter Array(int alignment, Action<DBusWriter> elements)
    {
        UInt32(0);
        var lengthAt = Length - sizeof(uint);
        Align(alignment);
        var start = Length;
        elements(this);
        BinaryPrimitives.WriteUInt32LittleEndian(CollectionsMarshal.AsSpan(_bytes)[lengthAt..], (uint)(Length - start));
        return this;
    }

    /// <summary>A dictionary of texts.</summary>
    public DBusWriter Texts(params (string Key, string Value)[] entries) => Array(8, writer =>
    {
        foreach (var (key, value) in entries)
            writer.Align(8).Text(key).Text(value);
    });

    /// <summary>What was written as it is.</summary>
    public DBusWriter Raw(ReadOnlySpan<byte> value)
    {
        _bytes.AddRange(value);
        return this;
    }
}
