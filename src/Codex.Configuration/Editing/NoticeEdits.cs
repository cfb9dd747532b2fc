using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>Notes in <c>[notice]</c> and <c>[tui]</c> what the user has seen.</summary>
public static class NoticeEdits
{
    private const string Notice = "notice";
    private const string Prompts = "external_config_migration_prompts";

    /// <summary>The warning about full access.</summary>
    public static void HideFullAccessWarning(TomlDocument document, bool hidden) => Switch(document, hidden, Notice, "hide_full_access_warning");

    /// <summary>The warning about directories that everybody can write.</summary>
    public static void HideWorldWritableWarning(TomlDocument document, bool hidden) => Switch(document, hidden, Notice, "hide_world_writable_warning");

    /// <summary>The reminder about rate limits.</summary>
    public static void HideRateLimitModelNudge(TomlDocument document, bool hidden) => Switch(document, hidden, Notice, "hide_rate_limit_model_nudge");

    /// <summary>The announcement of a model, by the key that the model names.</summary>
    public static void HideModelMigrationPrompt(TomlDocument document, string key, bool hidden) => Switch(document, hidden, Notice, key);

    /// <summary>The user was told that a model replaces another.</summary>
    public static void SetModelMigrationSeen(TomlDocument document, string oldModel, string newModel) =>
        document.Set([Notice, "model_migrations", oldModel], new TomlString(newModel));

    /// <summary>The offer to import what other programs have for the home directory, or for a project.</summary>
    public static void HideImportPrompt(TomlDocument document, string? project, bool hidden)
    {
        if (project is null)
            Switch(document, hidden, Notice, Prompts, "home");
        else
            Switch(document, hidden, Notice, Prompts, "projects", project);
    }

    /// <summary>When that offer was made.</summary>
    public static void SetImportPromptTime(TomlDocument document, string? project, DateTimeOffset time)
    {
        string[] path = project is null
            ? [Notice, Prompts, "home_last_prompted_at"]
            : [Notice, Prompts, "project_last_prompted_at", project];
        document.Set(path, new TomlInteger(time.ToUnixTimeSeconds()));
    }

    /// <summary>How often models were announced; replaces all counts.</summary>
    public static void SetModelAnnouncements(TomlDocument document, IReadOnlyDictionary<string, long> counts)
    {
        string[] table = ["tui", "model_availability_nux"];
        document.Remove(table);
        foreach (var (model, count) in counts.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            document.Set([.. table, model], new TomlInteger(count));
    }

    private static void Switch(TomlDocument document, bool value, params string[] path) => document.Set(path, new TomlBoolean(value));
}
