using Codex.Configuration.Reading;
using Codex.Formats.Toml;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Sections;

/// <summary><c>[permissions.x.filesystem]</c>: access by path, pattern or named place; their meaning is decided where a profile is compiled.</summary>
public sealed record PermissionFileSystemSection
{
    private static readonly HashSet<string> s_settings = ["glob_scan_max_depth"];

    /// <summary>How deep directories are searched when patterns are expanded.</summary>
    public long? GlobScanMaxDepth { get; init; }

    /// <summary>Access by path, in ordinal order.</summary>
    public IReadOnlyDictionary<string, PermissionAccess> Paths { get; init; } = new Dictionary<string, PermissionAccess>();

    internal static PermissionFileSystemSection Read(TableReader table) => new()
    {
        GlobScanMaxDepth = table.Integer("glob_scan_max_depth", IntegerKind.Usize),
        Paths = Sorted(table.Rest(s_settings, ReadAccess)),
    };

    internal PermissionFileSystemSection Over(PermissionFileSystemSection parent)
    {
        var paths = Sorted(parent.Paths);
        foreach (var (path, access) in Paths)
            paths[path] = paths.TryGetValue(path, out var inherited) ? access.Over(inherited) : access;
        return new PermissionFileSystemSection { GlobScanMaxDepth = GlobScanMaxDepth ?? parent.GlobScanMaxDepth, Paths = paths };
    }

    private static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> map) =>
        new(map.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    private static PermissionAccess? ReadAccess(TomlValue value, ReadContext context)
    {
        if (value is TomlString text && FileSystemAccessMode.Find(text.Value) is { } mode)
            return new PermissionAccess(mode, Below: null);
        if (value is TomlTable table && ReadBelow(table) is { } below)
            return new PermissionAccess(Mode: null, below);
        context.Report(Untagged.NoMatch("FilesystemPermissionToml"));
        return null;
    }

    private static SortedDictionary<string, FileSystemAccessMode>? ReadBelow(TomlTable table)
    {
        var below = new SortedDictionary<string, FileSystemAccessMode>(StringComparer.Ordinal);
        foreach (var entry in table.Entries)
        {
            if (entry.Value is not TomlString text || FileSystemAccessMode.Find(text.Value) is not { } mode)
                return null;
            below[entry.Key] = mode;
        }

        return below;
    }
}
