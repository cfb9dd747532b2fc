namespace Codex.Formats.Images.Jpeg;

/// <summary>What a scan adds to the picture: which planes, which coefficients, which of their bits.</summary>
/// <param name="Components">The planes, with the tables to use.</param>
/// <param name="First">First coefficient.</param>
/// <param name="Last">Last coefficient.</param>
/// <param name="RefinesFrom">The lowest bit known before; 0 for the first scan of these coefficients.</param>
/// <param name="LowBit">The lowest bit that this scan makes known.</param>
internal sealed record JpegScan(JpegScanComponent[] Components, int First, int Last, int RefinesFrom, int LowBit);
