using Codex.Formats.Images.Coding;

namespace Codex.Formats.Images.Webp;

/// <summary>A prefix code made for one image: count the symbols first, then write them.</summary>
internal sealed class WebpCodeBook(int alphabetSize)
{
    private readonly long[] _frequencies = new long[alphabetSize];
    private byte[] _lengths = [];
    private int[] _codes = [];

    /// <summary>Counts a symbol.</summary>
    public void Count(int symbol) => _frequencies[symbol]++;

    /// <summary>Ends counting and writes the code.</summary>
    public void WriteCode(WebpBitWriter writer)
    {
        _lengths = CodeLengths.Build(_frequencies, 15);
        _codes = CodeLengths.Assign(_lengths);
        var used = _lengths.Length - _lengths.AsSpan().Count((byte)0);
        if (used <= 1)
            WriteSingle(writer);
        else
            WriteLengths(writer);
    }

    /// <summary>Writes a symbol.</summary>
    public void Write(WebpBitWriter writer, int symbol) => writer.Write(WebpPrefixCode.Reverse(_codes[symbol], _lengths[symbol]), _lengths[symbol]);

    private void WriteSingle(WebpBitWriter writer)
    {
        var symbol = Math.Max(0, _lengths.AsSpan().IndexOfAnyExcept((byte)0));
        _lengths.AsSpan().Clear();
        writer.Write(0b101, 3);
        writer.Write(symbol, 8);
    }

    // A length takes four bits, always: sixteen lengths of four bits each are a complete code.
    private void WriteLengths(WebpBitWriter writer)
    {
        writer.Write(0, 1);
        writer.Write(15, 4);
        foreach (var symbol in WebpPrefixCodeReader.LengthOrder)
            writer.Write(symbol < 16 ? 4 : 0, 3);
        writer.Write(0, 1);
        foreach (var length in _lengths)
            writer.Write(WebpPrefixCode.Reverse(length, 4), 4);
    }
}
