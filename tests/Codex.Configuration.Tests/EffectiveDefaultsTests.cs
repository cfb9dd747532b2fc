using Codex.TestSupport.Files;

namespace Codex.Configuration.Tests;

/// <summary>What counts where a key is not given.</summary>
public sealed class EffectiveDefaultsTests
{
    private const string Cases = "tests/Codex.Configuration.Tests/Cases/config-defaults.tsv";

    private static readonly Dictionary<string, Func<EffectiveConfig, object?>> s_values = new()
    {
        ["allow_login_shell"] = static config => config.AllowLoginShell,
        ["approval_policy"] = static config => config.ApprovalPolicy,
        ["approvals_reviewer"] = static config => config.ApprovalsReviewer,
        ["background_terminal_max_timeout"] = static config => config.BackgroundTerminalMaxTimeout.TotalMilliseconds,
        ["chatgpt_base_url"] = static config => config.ChatGptBaseUrl,
        ["check_for_update_on_startup"] = static config => config.CheckForUpdateOnStartup,
        ["cli_auth_credentials_store"] = static config => config.CredentialsStore,
        ["compact_prompt"] = static config => config.CompactPrompt,
        ["developer_instructions"] = static config => config.DeveloperInstructions,
        ["forced_chatgpt_workspace_id"] = static config => config.ForcedChatGptWorkspaceIds,
        ["forced_login_method"] = static config => config.ForcedLoginMethod,
        ["hide_agent_reasoning"] = static config => config.HideAgentReasoning,
        ["history.max_bytes"] = static config => config.History.MaxBytes,
        ["history.persistence"] = static config => config.History.Persistence,
        ["include_apps_instructions"] = static config => config.IncludeAppsInstructions,
        ["include_collaboration_mode_instructions"] = static config => config.IncludeCollaborationModeInstructions,
        ["include_environment_context"] = static config => config.IncludeEnvironmentContext,
        ["include_permissions_instructions"] = static config => config.IncludePermissionsInstructions,
        ["mcp_servers"] = static config => config.McpServers.Count,
        ["model"] = static config => config.Model,
        ["model_auto_compact_token_limit"] = static config => config.ModelAutoCompactTokenLimit,
        ["model_auto_compact_token_limit_scope"] = static config => config.ModelAutoCompactTokenLimitScope,
        ["model_catalog_json"] = static config => config.ModelCatalogFile,
        ["model_context_window"] = static config => config.ModelContextWindow,
        ["model_instructions_file"] = static config => config.BaseInstructions,
        ["model_provider"] = static config => config.ModelProvider.Id,
        ["model_reasoning_effort"] = static config => config.ModelReasoningEffort,
        ["model_reasoning_summary"] = static config => config.ModelReasoningSummary,
        ["model_supports_reasoning_summaries"] = static config => config.ModelSupportsReasoningSummaries,
        ["model_verbosity"] = static config => config.ModelVerbosity,
        ["notify"] = static config => config.Notify,
        ["personality"] = static config => config.Personality,
        ["plan_mode_reasoning_effort"] = static config => config.PlanModeReasoningEffort,
        ["project_doc_fallback_filenames"] = static config => string.Join(',', config.ProjectDocFallbackFilenames),
        ["project_doc_max_bytes"] = static config => config.ProjectDocMaxBytes,
        ["project_root_markers"] = static config => string.Join(',', config.ProjectRootMarkers),
        ["review_model"] = static config => config.ReviewModel,
        ["sandbox_mode"] = static config => config.Permissions.Active?.Id,
        ["service_tier"] = static config => config.ServiceTier,
        ["shell_environment_policy.inherit"] = static config => config.ShellEnvironmentPolicy.Inherit,
        ["shell_environment_policy.ignore_default_excludes"] = static config => config.ShellEnvironmentPolicy.IgnoreDefaultExcludes,
        ["show_raw_agent_reasoning"] = static config => config.ShowRawAgentReasoning,
        ["tool_output_token_limit"] = static config => config.ToolOutputTokenLimit,
        ["web_search"] = static config => config.WebSearch,
    };

    [Fact]
    public void Keys_that_are_not_given_have_the_originals_defaults()
    {
        using var home = new ConfigHome("");
        var config = home.Load().Effective;

        Assert.Empty(
            from line in File.ReadLines(Path.Combine(Repository.Root, Cases))
            where !line.StartsWith('#')
            let parts = line.Split('\t')
            let actual = $"{s_values[parts[0]](config)}"
            where actual != parts[1]
            select $"{parts[0]}: {actual} instead of {parts[1]}");
    }

    [Fact]
    public void Directories_are_below_the_home_unless_they_are_named()
    {
        using var home = new ConfigHome("");
        var config = home.Load().Effective;

        Assert.Equal((Path.Combine(config.CodexHome, "log"), config.CodexHome), (config.LogDirectory, config.SqliteHome));
    }
}
