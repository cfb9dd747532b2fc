using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[debug.config_lockfile]</c>.</summary>
public sealed record ConfigLockfileSection
{
    /// <summary>Where lock files are written.</summary>
    public string? ExportDir { get; init; }

    /// <summary>A lock file to run with.</summary>
    public string? LoadPath { get; init; }

    /// <summary>Whether a lock file of another version is accepted.</summary>
    public bool? AllowCodexVersionMismatch { get; init; }

    /// <summary>Whether fields from the model catalog are saved.</summary>
    public bool? SaveFieldsResolvedFromModelCatalog { get; init; }

    internal static ConfigLockfileSection Read(TableReader table) => new()
    {
        ExportDir = table.AbsolutePath("export_dir"),
        LoadPath = table.AbsolutePath("load_path"),
        AllowCodexVersionMismatch = table.Boolean("allow_codex_version_mismatch"),
        SaveFieldsResolvedFromModelCatalog = table.Boolean("save_fields_resolved_from_model_catalog"),
    };
}
