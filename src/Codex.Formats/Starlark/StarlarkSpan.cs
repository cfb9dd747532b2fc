namespace Codex.Formats.Starlark;

/// <summary>A piece of a source text.</summary>
/// <param name="Start">Its first UTF-16 code unit.</param>
/// <param name="End">The code unit behind it.</param>
public readonly record struct StarlarkSpan(int Start, int End)
{
    /// <summary>From the start of this piece to the end of another.</summary>
    public StarlarkSpan To(StarlarkSpan other) => new(Start, other.End);
}
