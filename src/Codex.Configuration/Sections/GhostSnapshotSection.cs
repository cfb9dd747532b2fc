using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[ghost_snapshot]</c>: accepted, without effect.</summary>
public sealed record GhostSnapshotSection
{
    /// <summary>Size in bytes.</summary>
    public long? IgnoreLargeUntrackedFiles { get; init; }

    /// <summary>Number of files.</summary>
    public long? IgnoreLargeUntrackedDirs { get; init; }

    /// <summary>Whether warnings are off.</summary>
    public bool? DisableWarnings { get; init; }

    internal static GhostSnapshotSection Read(TableReader table) => new()
    {
        IgnoreLargeUntrackedFiles = table.Integer("ignore_large_untracked_files", IntegerKind.I64) ?? table.Integer("ignore_untracked_files_over_bytes", IntegerKind.I64),
        IgnoreLargeUntrackedDirs = table.Integer("ignore_large_untracked_dirs", IntegerKind.I64) ?? table.Integer("large_untracked_dir_warning_threshold", IntegerKind.I64),
        DisableWarnings = table.Boolean("disable_warnings"),
    };
}
