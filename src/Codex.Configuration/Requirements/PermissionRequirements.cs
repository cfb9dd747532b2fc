using Codex.Configuration.Reading;
using Codex.Configuration.Sections;
using Codex.Formats.Toml;

namespace Codex.Configuration.Requirements;

/// <summary><c>[permissions]</c> of requirements: paths that are never read, and profiles of the administrator.</summary>
/// <param name="DenyRead">Absolute paths and patterns.</param>
/// <param name="Profiles">Profiles by name.</param>
public sealed record PermissionRequirements(IReadOnlyList<string> DenyRead, IReadOnlyDictionary<string, PermissionProfileSection> Profiles)
{
    private const string FileSystem = "filesystem";
    private const string Reserved = "`permissions.filesystem` is reserved for requirements-level filesystem constraints and cannot define a profile";

    private static readonly HashSet<string> s_fields = [FileSystem];
    private static readonly string[] s_profileFields = ["description", "extends", "workspace_roots", FileSystem, "network"];

    internal static PermissionRequirements Read(TableReader table) => new(
        table.Section(FileSystem, "struct RawFilesystemRequirementsToml", ReadDenials) ?? [],
        table.Rest(s_fields, (value, _) => table.ReadTable(value, "struct PermissionProfileToml", PermissionProfileSection.Read)));

    private static IReadOnlyList<string> ReadDenials(TableReader table)
    {
        table.IgnoreUnknown();
        if (Array.Exists(s_profileFields, field => table.Table.IndexOf(field) >= 0))
            table.Context.Report(Reserved);
        return table.List("deny_read", ReadPattern) ?? [];
    }

    /// <summary>Only the directory in front of the first wildcard is a path that can be made absolute.</summary>
    private static string? ReadPattern(TomlValue item, ReadContext context)
    {
        if (item is not TomlString { Value: var pattern })
        {
            context.Report(ValueText.WrongType(item, "a string"));
            return null;
        }

        var wildcard = pattern.AsSpan().IndexOfAny('*', '?', '[');
        if (wildcard < 0)
            return context.Resolve(pattern);
        var end = pattern.LastIndexOf('/', wildcard);
        var directory = context.Resolve(end switch { < 0 => ".", 0 => "/", _ => pattern[..end] });
        return Path.Join(directory, pattern[(end + 1)..]);
    }
}
