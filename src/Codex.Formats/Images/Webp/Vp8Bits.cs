using System.Numerics;

namespace Codex.Formats.Images.Webp;

/// <summary>The arithmetic decoder of lossy images (RFC 6386, section 7). Behind the end it reads zeros.</summary>
/// <param name="data">A partition.</param>
internal sealed class Vp8Bits(ReadOnlyMemory<byte> data)
{
    private int _position;
    private ulong _value;
    private int _count;
    private uint _range = 255;
    private int _padding;

    /// <summary>Whether more was read than there is, beyond what encoders leave out.</summary>
    public bool IsExhausted => _padding > 16;

    /// <summary>A decision that is false with a probability of <paramref name="probability"/> in 256.</summary>
    public bool Take(int probability)
    {
        if (_count < 16)
            Load();
        var split = 1 + (((_range - 1) * (uint)probability) >> 8);
        var threshold = (ulong)split << (_count - 8);
        var result = _value >= threshold;
        if (result)
        {
            _range -= split;
            _value -= threshold;
        }
        else
        {
            _range = split;
        }

        var shift = BitOperations.LeadingZeroCount(_range) - 24;
        _range <<= shift;
        _count -= shift;
        return result;
    }

    /// <summary>An even decision.</summary>
    public bool Flag() => Take(128);

    /// <summary>A number of so many even bits.</summary>
    public int Number(int length)
    {
        var result = 0;
        for (; length > 0; length--)
            result = (result << 1) | (Flag() ? 1 : 0);
        return result;
    }

    /// <summary>A number with a sign behind it.</summary>
    public int Signed(int length)
    {
        var result = Number(length);
        return Flag() ? -result : result;
    }

    /// <summary>A number with a sign behind it, if a flag says that there is one; else zero.</summary>
    public int OptionalSigned(int length) => Flag() ? Signed(length) : 0;

    // `value` holds the `count` lowest bits that are not used up; the range is compared with the highest eight.
    private void Load()
    {
        var bytes = data.Span;
        while (_count <= 48)
        {
            _value <<= 8;
            if (_position < bytes.Length)
                _value |= bytes[_position++];
            else
                _padding++;
            _count += 8;
        }
    }
}
