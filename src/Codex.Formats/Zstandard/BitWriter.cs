using System.Buffers.Binary;

namespace Codex.Formats.Zstandard;

/// <summary>
/// A stream of bits, lowest first, that decoders read from its end: it is closed by a single one. Writing beyond the target
/// is noted, not done.
/// </summary>
internal ref struct BitWriter(Span<byte> target)
{
    private readonly Span<byte> _target = target;
    private ulong _bits;
    private int _bitCount;
    private int _written;

    /// <summary>Whether the target was too small.</summary>
    public bool HasOverflown { get; private set; }

    /// <summary>Adds the lowest <paramref name="count"/> bits of a value, at most 32.</summary>
    public void Add(uint value, int count)
    {
        _bits |= (value & ((1UL << count) - 1)) << _bitCount;
        _bitCount += count;
        if (_bitCount >= 32)
            Flush();
    }

    /// <summary>Ends a stream that is read from its end.</summary>
    /// <returns>Its length in bytes.</returns>
    public int Close()
    {
        Add(1, 1);
        return CloseForward();
    }

    /// <summary>Ends a stream that is read from its start.</summary>
    /// <returns>Its length in bytes.</returns>
    public int CloseForward()
    {
        for (; _bitCount > 0; _bitCount -= 8, _bits >>= 8)
            AddByte((byte)_bits);
        return _written;
    }

    private void Flush()
    {
        if (_written + sizeof(uint) <= _target.Length)
            BinaryPrimitives.WriteUInt32LittleEndian(_target[_written..], (uint)_bits);
        else
            HasOverflown = true;
        _written += sizeof(uint);
        _bits >>= 32;
        _bitCount -= 32;
    }

    private void AddByte(byte value)
    {
        if (_written < _target.Length)
            _target[_written] = value;
        else
            HasOverflown = true;
        _written++;
    }
}
