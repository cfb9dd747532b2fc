using System.Buffers.Binary;
using System.Text;

namespace Codex.Formats.Images.Png;

/// <summary>Walks over the chunks of a file and keeps what decoding needs.</summary>
internal ref struct PngChunks
{
    private readonly ReadOnlySpan<byte> _data;
    private int _position;

    private PngChunks(ReadOnlySpan<byte> data)
    {
        _data = data;
        _position = ImageSniffer.PngSignature.Length;
        Compressed = new MemoryStream();
    }

    /// <summary>Size and pixel format.</summary>
    public PngHeader? Header { get; private set; }

    /// <summary>Three bytes a colour; empty without a palette.</summary>
    public ReadOnlySpan<byte> Palette { get; private set; }

    /// <summary>Transparency data; its meaning depends on the pixel format.</summary>
    public ReadOnlySpan<byte> Transparency { get; private set; }

    /// <summary>Whether the end marker was reached.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The compressed pixels of all <c>IDAT</c> chunks.</summary>
    public MemoryStream Compressed { get; }

    /// <summary>Reads all chunks up to the end marker; a file that ends early is an error only when pixels are missing.</summary>
    public static PngChunks Read(ReadOnlySpan<byte> data)
    {
        var chunks = new PngChunks(data);
        while (chunks.ReadNext())
        {
        }

        chunks.Compressed.Position = 0;
        return chunks;
    }

    private bool ReadNext()
    {
        if (_data.Length - _position < 12)
            return false;
        var length = BinaryPrimitives.ReadUInt32BigEndian(_data[_position..]);
        var type = _data.Slice(_position + 4, 4);
        var rest = _data[(_position + 8)..];
        if (length > rest.Length - 4)
        {
            TakeCutOff(type, rest);
            return false;
        }

        var body = rest[..(int)length];
        var isCritical = (type[0] & 0x20) == 0;
        if (isCritical)
            CheckSum(type, body, BinaryPrimitives.ReadUInt32BigEndian(rest[(int)length..]));
        _position += 12 + (int)length;
        return Take(type, body);
    }

    private static void CheckSum(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body, uint expected)
    {
        var actual = Crc32.Of(type, body);
        if (actual != expected)
            throw ImageException.Malformed(ImageFormat.Png, $"CRC error: expected 0x{expected:x} have 0x{actual:x} while decoding {Describe(type)} chunk.");
    }

    private static string Describe(ReadOnlySpan<byte> type) =>
        $"ChunkType {{ type: {Encoding.ASCII.GetString(type)}, critical: {Flag(type[0], 0)}, private: {Flag(type[1], 0x20)}, "
        + $"reserved: {Flag(type[2], 0x20)}, safecopy: {Flag(type[3], 0x20)} }}";

    private static string Flag(byte letter, int set) => (letter & 0x20) == set ? "true" : "false";

    private bool Take(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        if (Header is null && !type.SequenceEqual("IHDR"u8))
            throw ImageException.Malformed(ImageFormat.Png, "the first chunk is not the header");
        if (type.SequenceEqual("IHDR"u8))
            Header = PngHeader.Parse(body);
        else if (type.SequenceEqual("PLTE"u8))
            Palette = body;
        else if (type.SequenceEqual("tRNS"u8))
            Transparency = body;
        else if (type.SequenceEqual("IDAT"u8))
            Compressed.Write(body);
        IsComplete = type.SequenceEqual("IEND"u8);
        return !IsComplete;
    }

    private readonly void TakeCutOff(ReadOnlySpan<byte> type, ReadOnlySpan<byte> rest)
    {
        if (type.SequenceEqual("IDAT"u8))
            Compressed.Write(rest);
    }
}
