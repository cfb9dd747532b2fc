namespace Codex.Formats.Images.Gif;

/// <summary>Reads a GIF from front to back.</summary>
internal ref struct GifReader(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> _rest = data;

    /// <summary>The next byte.</summary>
    public byte TakeByte() => Take(1)[0];

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (_rest.Length < count)
            throw ImageException.Malformed(ImageFormat.Gif, "Unexpected End of File");
        var result = _rest[..count];
        _rest = _rest[count..];
        return result;
    }

    /// <summary>The next sub-block; empty at the end of a sequence of them.</summary>
    public ReadOnlySpan<byte> TakeBlock() => Take(TakeByte());
}
