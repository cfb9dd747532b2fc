using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[apps]</c>: hosted apps.</summary>
public sealed record AppsSection
{
    private static readonly HashSet<string> s_settings = ["_default"];

    /// <summary>Defaults of all apps.</summary>
    public AppDefaultsSection? Default { get; init; }

    /// <summary>Apps by id.</summary>
    public IReadOnlyDictionary<string, AppSection> Apps { get; init; } = new Dictionary<string, AppSection>();

    internal static AppsSection Read(TableReader table) => new()
    {
        Default = table.Section("_default", "struct AppsDefaultConfig", AppDefaultsSection.Read),
        Apps = table.Rest(s_settings, (value, _) => table.ReadTable(value, "struct AppConfig", AppSection.Read)),
    };
}
