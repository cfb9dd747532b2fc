using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Sections;

/// <summary><c>[permissions.x]</c>.</summary>
public sealed record PermissionProfileSection
{
    /// <summary>Shown to the user.</summary>
    public string? Description { get; init; }

    /// <summary>The parent profile.</summary>
    public string? Extends { get; init; }

    /// <summary>Further roots.</summary>
    public IReadOnlyDictionary<string, TomlValue>? WorkspaceRoots { get; init; }

    /// <summary>Access by path, as written.</summary>
    public TomlTable? Filesystem { get; init; }

    /// <summary>Network access.</summary>
    public PermissionNetworkSection? Network { get; init; }

    internal static PermissionProfileSection Read(TableReader table) => new()
    {
        Description = table.String("description"),
        Extends = table.String("extends"),
        WorkspaceRoots = ScalarMaps.Booleans(table, "workspace_roots"),
        Filesystem = PermissionFileSystem.Read(table),
        Network = table.Section("network", "struct NetworkToml", PermissionNetworkSection.Read),
    };
}
