namespace Codex.Formats.Toml;

/// <summary>A range of byte offsets in a TOML source.</summary>
/// <param name="Start">First byte.</param>
/// <param name="End">The byte after the last one; equal to <paramref name="Start"/> for a point.</param>
public readonly record struct TomlSpan(int Start, int End)
{
    /// <summary>Number of bytes.</summary>
    public int Length => End - Start;

    internal static TomlSpan At(int offset) => new(offset, offset);
}
