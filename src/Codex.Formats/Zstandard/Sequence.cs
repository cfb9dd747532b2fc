namespace Codex.Formats.Zstandard;

/// <summary>Literals to copy, then a match to repeat.</summary>
/// <param name="LiteralLength">How many literals come first.</param>
/// <param name="MatchLength">How many bytes are repeated, at least 3.</param>
/// <param name="OffsetValue">1 for the offset of the sequence before, else the distance plus 3.</param>
internal readonly record struct Sequence(int LiteralLength, int MatchLength, int OffsetValue);
