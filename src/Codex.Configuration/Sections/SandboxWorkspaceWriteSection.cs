using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[sandbox_workspace_write]</c>: what workspace-write adds or leaves out.</summary>
public sealed record SandboxWorkspaceWriteSection
{
    /// <summary>More writable directories; absolute.</summary>
    public IReadOnlyList<string> WritableRoots { get; init; } = [];

    /// <summary>Whether commands have network access.</summary>
    public bool NetworkAccess { get; init; }

    /// <summary>Whether the directory in <c>TMPDIR</c> stays read-only.</summary>
    public bool ExcludeTmpdirEnvVar { get; init; }

    /// <summary>Whether <c>/tmp</c> stays read-only.</summary>
    public bool ExcludeSlashTmp { get; init; }

    internal static SandboxWorkspaceWriteSection Read(TableReader table) => new()
    {
        WritableRoots = table.AbsolutePaths("writable_roots") ?? [],
        NetworkAccess = table.Boolean("network_access") ?? false,
        ExcludeTmpdirEnvVar = table.Boolean("exclude_tmpdir_env_var") ?? false,
        ExcludeSlashTmp = table.Boolean("exclude_slash_tmp") ?? false,
    };
}
