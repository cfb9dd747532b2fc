using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Sections;

/// <summary>Checks <c>[permissions.x.filesystem]</c>; the meaning of its keys is decided where profiles are compiled.</summary>
internal static class PermissionFileSystem
{
    private static readonly string[] s_access = ["read", "write", "deny", "none"];

    public static TomlTable? Read(TableReader table) => table.Section("filesystem", "struct FilesystemPermissionsToml", Check);

    private static TomlTable Check(TableReader table)
    {
        table.IgnoreUnknown();
        table.Integer("glob_scan_max_depth", IntegerKind.Usize);
        foreach (var entry in table.Table.Entries)
        {
            if (entry.Key != "glob_scan_max_depth" && !IsAccess(entry.Value) && !IsScoped(entry.Value))
                table.Reject<string>(entry.Key, "data did not match any variant of untagged enum FilesystemPermissionToml");
        }

        return table.Table;
    }

    private static bool IsAccess(TomlValue value) => value is TomlString text && s_access.Contains(text.Value);

    private static bool IsScoped(TomlValue value) => value is TomlTable table && table.Entries.All(static entry => IsAccess(entry.Value));
}
