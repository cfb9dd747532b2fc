using System.Collections.Immutable;

namespace Codex.Engine;

/// <summary>How AGENTS.md files are found and how much of them is used.</summary>
public sealed record ProjectInstructionsOptions
{
    /// <summary>Bytes of all project files together; 0 uses none.</summary>
    public long MaximumBytes { get; init; } = 32 * 1024;

    /// <summary>File names tried after <c>AGENTS.override.md</c> and <c>AGENTS.md</c>.</summary>
    public ImmutableArray<string> FallbackFileNames { get; init; } = [];

    /// <summary>Entries that mark the root of a project; none means the working directory only.</summary>
    public ImmutableArray<string> RootMarkers { get; init; } = [".git"];
}
