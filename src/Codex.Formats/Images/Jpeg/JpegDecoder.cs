using System.Buffers.Binary;

namespace Codex.Formats.Images.Jpeg;

/// <summary>
/// Decodes JPEG: baseline, extended and progressive with Huffman coding. Headers must be right; picture data that is damaged or
/// missing leaves gray, as in the original.
/// </summary>
internal sealed class JpegDecoder
{
    // A file may not make us decode more often than any real encoder does.
    private const int MaximumScans = 200;

    private readonly ushort[][] _quantization = new ushort[4][];
    private readonly JpegHuffmanTable?[] _dcTables = new JpegHuffmanTable?[4];
    private readonly JpegHuffmanTable?[] _acTables = new JpegHuffmanTable?[4];
    private JpegFrame? _frame;
    private int? _adobeTransform;
    private int _restartInterval;
    private int _scanCount;

    /// <summary>Decodes a file that begins with the start marker.</summary>
    public static RasterImage Decode(ReadOnlySpan<byte> data) => new JpegDecoder().Run(data);

    private RasterImage Run(ReadOnlySpan<byte> data)
    {
        var position = 2;
        while (NextMarker(data, ref position) is var marker && marker is not (0xD9 or -1))
        {
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
                continue;
            if (!TryTakeSegment(data, ref position, out var segment))
                break;
            TakeSegment(marker, segment);
            if (marker == 0xDA)
                position = ReadScan(data, position, segment);
        }

        if (_frame is null || _scanCount == 0)
            throw Malformed("\"Premature End of image\"");
        foreach (var component in _frame.Components)
            JpegTransform.Run(component, _quantization[component.Quantization] ?? throw Malformed("a quantization table is missing"));
        return new JpegColors(_frame, _adobeTransform).Convert();
    }

    private static int NextMarker(ReadOnlySpan<byte> data, ref int position)
    {
        while (position + 1 < data.Length)
        {
            var value = data[position++];
            if (value == 0xFF && data[position] is not (0 or 0xFF))
                return data[position++];
        }

        return -1;
    }

    private static bool TryTakeSegment(ReadOnlySpan<byte> data, ref int position, out ReadOnlySpan<byte> segment)
    {
        segment = default;
        if (position + 2 > data.Length)
            return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(data[position..]);
        if (length < 2 || position + length > data.Length)
            return false;
        segment = data.Slice(position + 2, length - 2);
        position += length;
        return true;
    }

    private void TakeSegment(int marker, ReadOnlySpan<byte> segment)
    {
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2:
                if (_frame is not null)
                    throw Malformed("there are two frames");
                _frame = JpegFrame.Parse(segment, isProgressive: marker == 0xC2);
                break;
            case 0xC3 or (>= 0xC5 and <= 0xC7) or (>= 0xC9 and <= 0xCB) or (>= 0xCD and <= 0xCF):
                throw ImageException.Unsupported("the JPEG process is not supported");
            case 0xC4:
                TakeHuffmanTables(segment);
                break;
            case 0xDB:
                TakeQuantization(segment);
                break;
            case 0xDD when segment.Length >= 2:
                _restartInterval = BinaryPrimitives.ReadUInt16BigEndian(segment);
                break;
            case 0xEE when segment.Length >= 12 && segment.StartsWith("Adobe"u8):
                _adobeTransform = segment[11];
                break;
        }
    }

    private void TakeHuffmanTables(ReadOnlySpan<byte> segment)
    {
        while (segment.Length >= 17)
        {
            var count = 0;
            foreach (var ofLength in segment.Slice(1, 16))
                count += ofLength;
            if (count > 256 || segment.Length < 17 + count || (segment[0] & 0xEC) != 0)
                throw Malformed("a Huffman table has impossible values");
            var tables = (segment[0] & 0x10) != 0 ? _acTables : _dcTables;
            tables[segment[0] & 3] = new JpegHuffmanTable(segment.Slice(1, 16), segment.Slice(17, count));
            segment = segment[(17 + count)..];
        }
    }

    private void TakeQuantization(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            var width = (segment[0] >> 4) + 1;
            if (width > 2 || segment.Length < 1 + (64 * width))
                throw Malformed("a quantization table has impossible values");
            var table = new ushort[64];
            for (var i = 0; i < 64; i++)
                table[i] = width == 1 ? segment[1 + i] : BinaryPrimitives.ReadUInt16BigEndian(segment[(1 + (2 * i))..]);
            _quantization[segment[0] & 3] = table;
            segment = segment[(1 + (64 * width))..];
        }
    }

    private int ReadScan(ReadOnlySpan<byte> data, int position, ReadOnlySpan<byte> segment)
    {
        if (_frame is null)
            throw Malformed("a scan stands before the frame");
        if (++_scanCount > MaximumScans)
            throw Malformed("there are too many scans");
        return JpegScanReader.Read(data, position, _frame, ParseScan(_frame, segment), _restartInterval);
    }

    private JpegScan ParseScan(JpegFrame frame, ReadOnlySpan<byte> segment)
    {
        var count = segment.IsEmpty ? 0 : segment[0];
        if (count is < 1 or > 4 || segment.Length < 4 + (2 * count))
            throw Malformed("a scan header has impossible values");
        var parameters = segment[(1 + (2 * count))..];
        var scan = frame.IsProgressive
            ? new JpegScan(new JpegScanComponent[count], parameters[0], parameters[1], parameters[2] >> 4, parameters[2] & 15)
            : new JpegScan(new JpegScanComponent[count], 0, 63, 0, 0);
        if (scan.Last > 63 || scan.First > scan.Last || scan.LowBit > 13 || (scan.First > 0 && count > 1))
            throw Malformed("a scan header has impossible values");
        for (var i = 0; i < count; i++)
            scan.Components[i] = Part(frame, scan, segment[1 + (2 * i)], segment[2 + (2 * i)]);
        return scan;
    }

    private JpegScanComponent Part(JpegFrame frame, JpegScan scan, int id, int tables)
    {
        var component = Array.Find(frame.Components, candidate => candidate.Id == id) ?? throw Malformed("a scan names an unknown component");
        var part = new JpegScanComponent(component, _dcTables[(tables >> 4) & 3], _acTables[tables & 3]);
        var needsDc = scan.First == 0 && scan.RefinesFrom == 0;
        var needsAc = scan.Last > 0 && (scan.First > 0 || !frame.IsProgressive);
        return (needsDc && part.Dc is null) || (needsAc && part.Ac is null) ? throw Malformed("a Huffman table is missing") : part;
    }

    private static ImageException Malformed(string detail) => ImageException.Malformed(ImageFormat.Jpeg, detail);
}
