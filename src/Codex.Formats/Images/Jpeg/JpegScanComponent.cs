namespace Codex.Formats.Images.Jpeg;

/// <summary>A plane in a scan and its Huffman tables; a table that the scan needs but the file lacks is null.</summary>
internal sealed record JpegScanComponent(JpegComponent Component, JpegHuffmanTable? Dc, JpegHuffmanTable? Ac);
