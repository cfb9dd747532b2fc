using System.Collections.Immutable;

namespace Codex.Formats.Patch;

/// <summary>A well-formed patch; whether it fits the files is not known yet.</summary>
/// <param name="Operations">In patch order; empty for a patch without any.</param>
/// <param name="EnvironmentId">The environment the patch is for, when it names one.</param>
public sealed record PatchDocument(ImmutableArray<PatchOperation> Operations, string? EnvironmentId)
{
    /// <summary>The text that it was read from, from its first marker to its last.</summary>
    public string Text { get; init; } = "";
}
