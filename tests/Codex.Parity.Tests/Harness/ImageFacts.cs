using System.Buffers.Binary;

namespace Codex.Parity.Tests.Harness;

/// <summary>What can be said about an image without looking at its pixels.</summary>
internal static class ImageFacts
{
    /// <summary>Format and size of the image in a data URL; other URLs as they are.</summary>
    internal static string Describe(string url) => url.StartsWith("data:", StringComparison.Ordinal) && url.Split(";base64,", 2) is [var type, var text]
        ? $"{type} {Size(Convert.FromBase64String(text))}"
        : url;

    private static string Size(ReadOnlySpan<byte> image) => image switch
    {
        [0x89, ..] => Text(BinaryPrimitives.ReadUInt32BigEndian(image[16..]), BinaryPrimitives.ReadUInt32BigEndian(image[20..])),
        [(byte)'G', ..] => Text(BinaryPrimitives.ReadUInt16LittleEndian(image[6..]), BinaryPrimitives.ReadUInt16LittleEndian(image[8..])),
        [(byte)'R', ..] when image[15] == 'L' => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(image[21..])),
        [(byte)'R', ..] => Text(BinaryPrimitives.ReadUInt16LittleEndian(image[26..]) & 0x3fffu, BinaryPrimitives.ReadUInt16LittleEndian(image[28..]) & 0x3fffu),
        _ => Jpeg(image[2..]),
    };

    private static string Lossless(uint bits) => Text((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);

    // The size stands in the header of the frame, behind other segments.
    private static string Jpeg(ReadOnlySpan<byte> segments)
    {
        while (segments[1] is not (>= 0xc0 and <= 0xcf) or 0xc4)
            segments = segments[(2 + BinaryPrimitives.ReadUInt16BigEndian(segments[2..]))..];
        return Text(BinaryPrimitives.ReadUInt16BigEndian(segments[7..]), BinaryPrimitives.ReadUInt16BigEndian(segments[5..]));
    }

    private static string Text(uint width, uint height) => $"{width}x{height}";
}
