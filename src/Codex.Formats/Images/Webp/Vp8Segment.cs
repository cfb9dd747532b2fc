namespace Codex.Formats.Images.Webp;

/// <summary>Step sizes and filter level of the macroblocks of a segment.</summary>
internal sealed record Vp8Segment(int LumaDc, int LumaAc, int SecondDc, int SecondAc, int ChromaDc, int ChromaAc, int FilterLevel);
