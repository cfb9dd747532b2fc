using System.Collections.Immutable;

namespace Codex.Extensions.Skills;

/// <summary>Where skills can come from.</summary>
public sealed record SkillSources
{
    /// <summary>The <c>.codex</c> folders of the project, nearest first; untrusted projects have skills as well.</summary>
    public ImmutableArray<string> ProjectFolders { get; init; } = [];

    /// <summary>The directory with the user's configuration.</summary>
    public required string CodexHome { get; init; }

    /// <summary>The user's home directory, when there is one.</summary>
    public string? HomeDirectory { get; init; }

    /// <summary>The directory with the machine's configuration.</summary>
    public string? MachineFolder { get; init; }

    /// <summary>Whether the skills that come with the program are offered.</summary>
    public bool IncludesBundled { get; init; } = true;

    /// <summary>Working directory; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Entries that mark the root of a project; none means the working directory only.</summary>
    public ImmutableArray<string> RootMarkers { get; init; } = [".git"];
}
