using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[notice]</c>: what the user has seen.</summary>
public sealed record NoticeSection
{
    /// <summary>Full access.</summary>
    public bool? HideFullAccessWarning { get; init; }

    /// <summary>World-writable directories.</summary>
    public bool? HideWorldWritableWarning { get; init; }

    /// <summary>Fast defaults.</summary>
    public bool? FastDefaultOptOut { get; init; }

    /// <summary>Rate limit reminder.</summary>
    public bool? HideRateLimitModelNudge { get; init; }

    /// <summary>An older migration.</summary>
    public bool? HideGpt51MigrationPrompt { get; init; }

    /// <summary>Another older migration.</summary>
    public bool? HideGpt51CodexMaxMigrationPrompt { get; init; }

    /// <summary>Models replaced, old to new.</summary>
    public IReadOnlyDictionary<string, string>? ModelMigrations { get; init; }

    /// <summary>Imports from other programs.</summary>
    public MigrationPromptsSection? ExternalConfigMigrationPrompts { get; init; }

    internal static NoticeSection Read(TableReader table) => new()
    {
        HideFullAccessWarning = table.Boolean("hide_full_access_warning"),
        HideWorldWritableWarning = table.Boolean("hide_world_writable_warning"),
        FastDefaultOptOut = table.Boolean("fast_default_opt_out"),
        HideRateLimitModelNudge = table.Boolean("hide_rate_limit_model_nudge"),
        HideGpt51MigrationPrompt = table.Boolean("hide_gpt5_1_migration_prompt"),
        HideGpt51CodexMaxMigrationPrompt = table.Boolean("hide_gpt-5.1-codex-max_migration_prompt"),
        ModelMigrations = table.StringMap("model_migrations"),
        ExternalConfigMigrationPrompts = table.Section("external_config_migration_prompts", "struct ExternalConfigMigrationPrompts", MigrationPromptsSection.Read),
    };
}
