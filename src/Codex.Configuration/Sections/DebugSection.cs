using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[debug]</c>.</summary>
public sealed record DebugSection
{
    /// <summary>Lock files of the effective configuration.</summary>
    public ConfigLockfileSection? ConfigLockfile { get; init; }

    internal static DebugSection Read(TableReader table) => new()
    {
        ConfigLockfile = table.Section("config_lockfile", "struct DebugConfigLockToml", ConfigLockfileSection.Read),
    };
}
