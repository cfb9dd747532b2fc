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

    /// <summary>Further roots of the workspace, true when they count.</summary>
    public IReadOnlyDictionary<string, TomlValue>? WorkspaceRoots { get; init; }

    /// <summary>Access to files.</summary>
    public PermissionFileSystemSection? FileSystem { get; init; }

    /// <summary>Network access.</summary>
    public PermissionNetworkSection? Network { get; init; }

    internal static PermissionProfileSection Read(TableReader table) => new()
    {
        Description = table.String("description"),
        Extends = table.String("extends"),
        WorkspaceRoots = ScalarMaps.Booleans(table, "workspace_roots", "struct WorkspaceRootsToml"),
        FileSystem = table.Section("filesystem", "struct FilesystemPermissionsToml", PermissionFileSystemSection.Read),
        Network = table.Section("network", "struct NetworkToml", PermissionNetworkSection.Read),
    };

    /// <summary>This profile on top of its parent; description and parent are not inherited.</summary>
    internal PermissionProfileSection Over(PermissionProfileSection parent) => this with
    {
        WorkspaceRoots = Overlay.Merge(parent.WorkspaceRoots, WorkspaceRoots),
        FileSystem = FileSystem is not null && parent.FileSystem is not null ? FileSystem.Over(parent.FileSystem) : FileSystem ?? parent.FileSystem,
        Network = Network is not null && parent.Network is not null ? Network.Over(parent.Network) : Network ?? parent.Network,
    };
}
