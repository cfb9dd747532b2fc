using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Sections;

/// <summary><c>[notice.external_config_migration_prompts]</c>.</summary>
public sealed record MigrationPromptsSection
{
    /// <summary>Whether the prompt for the home directory is off.</summary>
    public bool? Home { get; init; }

    /// <summary>When it was shown last, Unix seconds.</summary>
    public long? HomeLastPromptedAt { get; init; }

    /// <summary>Projects for which it is off.</summary>
    public IReadOnlyDictionary<string, TomlValue>? Projects { get; init; }

    /// <summary>When it was shown, Unix seconds.</summary>
    public IReadOnlyDictionary<string, TomlValue>? ProjectLastPromptedAt { get; init; }

    internal static MigrationPromptsSection Read(TableReader table) => new()
    {
        Home = table.Boolean("home"),
        HomeLastPromptedAt = table.Integer("home_last_prompted_at", IntegerKind.I64),
        Projects = ScalarMaps.Booleans(table, "projects"),
        ProjectLastPromptedAt = ScalarMaps.Integers(table, "project_last_prompted_at", IntegerKind.I64),
    };
}
