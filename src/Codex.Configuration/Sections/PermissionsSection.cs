using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[permissions]</c>: named permission profiles.</summary>
public sealed record PermissionsSection
{
    private static readonly HashSet<string> s_settings = [];

    /// <summary>Profiles by name.</summary>
    public IReadOnlyDictionary<string, PermissionProfileSection> Profiles { get; init; } = new Dictionary<string, PermissionProfileSection>();

    internal static PermissionsSection Read(TableReader table) => new()
    {
        Profiles = table.Rest(s_settings, (value, _) => table.ReadTable(value, "struct PermissionProfileToml", PermissionProfileSection.Read)),
    };
}
