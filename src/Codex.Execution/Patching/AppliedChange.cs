namespace Codex.Execution.Patching;

/// <summary>One change that was made to the files.</summary>
/// <param name="Path">Absolute path before.</param>
/// <param name="MovedTo">Absolute path after, when the file was moved.</param>
/// <param name="Before">Content before; null when there was no file.</param>
/// <param name="After">Content after; null when the file was removed.</param>
/// <param name="Overwritten">What stood where the file was moved to; null when nothing did.</param>
public sealed record AppliedChange(
    string Path, string? MovedTo, ReadOnlyMemory<byte>? Before, ReadOnlyMemory<byte>? After, ReadOnlyMemory<byte>? Overwritten)
{
    /// <summary>Whether the file was written as a whole, not edited.</summary>
    public bool IsWholeFile { get; init; }
}
