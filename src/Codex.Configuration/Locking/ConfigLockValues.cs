using Codex.Configuration.Features;
using Codex.Configuration.Resolved;
using Codex.Configuration.Sections;
using Codex.Formats.Toml;

namespace Codex.Configuration.Locking;

/// <summary>The values of a session's lock file: those of the layers, and over them what was made of them (<c>core/src/session/config_lock.rs</c>).</summary>
internal static class ConfigLockValues
{
    // What led to the values, and what belongs to a place, is not part of them.
    private static readonly string[] s_inputs =
    [
        "profile", "profiles", "model_instructions_file", "experimental_compact_prompt_file", "model_catalog_json", "sandbox_mode",
        "sandbox_workspace_write", "default_permissions", "permissions", "experimental_use_unified_exec_tool", "debug",
    ];

    /// <summary>The values.</summary>
    /// <param name="merged">The merged layers; not changed.</param>
    /// <param name="config">What was made of them.</param>
    /// <param name="session">The session's choices; null when they are not to be kept.</param>
    public static TomlTable Create(TomlTable merged, EffectiveConfig config, ConfigLockSession? session)
    {
        var values = (TomlTable)merged.Copy();
        foreach (var input in s_inputs)
            values.Remove(input);
        CompleteProviders(values, config.WorkingDirectory);
        if (session is not null)
            Put(values, session);
        Put(values, config);
        PutFeatures(Section(values, "features"), config);
        Put(Section(values, "agents"), config.Agents, config.Features.IsEnabled(FeatureKeys.MultiAgentV2));
        values["memories"] = Memories((config.Settings.Memories ?? new MemoriesSection()).Completed());
        Section(values, "skills")["include_instructions"] = new TomlBoolean(config.IncludeSkillInstructions);
        return ResolvedForm.Of(values);
    }

    private static void Put(TomlTable values, ConfigLockSession session)
    {
        Put(values, "model", session.Model);
        Put(values, "model_reasoning_effort", session.ReasoningEffort);
        Put(values, "model_reasoning_summary", session.ReasoningSummary);
        Put(values, "service_tier", session.ServiceTier);
        Put(values, "instructions", session.BaseInstructions);
        Put(values, "developer_instructions", session.DeveloperInstructions);
        Put(values, "compact_prompt", session.CompactPrompt);
        Put(values, "personality", session.Personality);
        values["approval_policy"] = ApprovalPolicyToml.Write(session.ApprovalPolicy);
        Put(values, "approvals_reviewer", session.ApprovalsReviewer.ToString());
    }

    private static void Put(TomlTable values, EffectiveConfig config)
    {
        Put(values, "web_search", config.WebSearch switch
        {
            WebSearchMode.Disabled => "disabled",
            WebSearchMode.Live => "live",
            _ => "cached",
        });
        Put(values, "model_provider", config.ModelProvider.Id);
        Put(values, "plan_mode_reasoning_effort", config.PlanModeReasoningEffort);
        Put(values, "model_verbosity", config.ModelVerbosity);
        Put(values, "include_permissions_instructions", config.IncludePermissionsInstructions);
        Put(values, "include_apps_instructions", config.IncludeAppsInstructions);
        Put(values, "include_collaboration_mode_instructions", config.IncludeCollaborationModeInstructions);
        Put(values, "include_environment_context", config.IncludeEnvironmentContext);
        Put(values, "background_terminal_max_timeout", (long)config.BackgroundTerminalMaxTimeout.TotalMilliseconds);
    }

    private static void PutFeatures(TomlTable features, EffectiveConfig config)
    {
        foreach (var key in features.Entries.Where(static entry => entry.Value is TomlBoolean).Select(static entry => entry.Key).ToArray())
            features.Remove(key);
        foreach (var feature in FeatureCatalog.All)
            PutFeature(features, feature.Key, config.Features.IsEnabled(feature.Key));
        var path = config.Settings.Features?.AppsMcpPathOverride?.Path;
        var redirects = config.Features.IsEnabled(FeatureKeys.AppsMcpPathOverride);
        features[FeatureKeys.MultiAgentV2] = MultiAgent(config);
        features[FeatureKeys.AppsMcpPathOverride] = Fields(("enabled", redirects), ("path", redirects ? path ?? "/ps/mcp" : null));
    }

    private static void PutFeature(TomlTable features, string key, bool isEnabled)
    {
        if (features.TryGetValue(key, out var value) && value is TomlTable settings)
            Put(settings, "enabled", isEnabled);
        else
            Put(features, key, isEnabled);
    }

    private static TomlTable MultiAgent(EffectiveConfig config)
    {
        var settings = config.Agents.MultiAgentV2.Completed();
        return Fields(
            ("enabled", config.Features.IsEnabled(FeatureKeys.MultiAgentV2)),
            ("max_concurrent_threads_per_session", settings.MaxConcurrentThreadsPerSession),
            ("min_wait_timeout_ms", settings.MinWaitTimeoutMs),
            ("max_wait_timeout_ms", settings.MaxWaitTimeoutMs),
            ("default_wait_timeout_ms", settings.DefaultWaitTimeoutMs),
            ("usage_hint_enabled", settings.UsageHintEnabled),
            ("usage_hint_text", settings.UsageHintText),
            ("root_agent_usage_hint_text", settings.RootAgentUsageHintText),
            ("subagent_usage_hint_text", settings.SubagentUsageHintText),
            ("tool_namespace", settings.ToolNamespace),
            ("hide_spawn_agent_metadata", settings.HideSpawnAgentMetadata),
            ("non_code_mode_only", settings.NonCodeModeOnly));
    }

    // The newer agents count their threads themselves.
    private static void Put(TomlTable values, EffectiveAgents agents, bool areNewer)
    {
        Put(values, "max_threads", areNewer ? null : agents.MaxThreads);
        Put(values, "max_depth", agents.MaxDepth);
        Put(values, "job_max_runtime_seconds", agents.JobMaxRuntimeSeconds);
        Put(values, "interrupt_message", agents.InterruptMessageEnabled);
    }

    private static TomlTable Memories(MemoriesSection memories) => Fields(
        ("disable_on_external_context", memories.DisableOnExternalContext),
        ("generate_memories", memories.GenerateMemories),
        ("use_memories", memories.UseMemories),
        ("dedicated_tools", memories.DedicatedTools),
        ("max_raw_memories_for_consolidation", memories.MaxRawMemoriesForConsolidation),
        ("max_unused_days", memories.MaxUnusedDays),
        ("max_rollout_age_days", memories.MaxRolloutAgeDays),
        ("max_rollouts_per_startup", memories.MaxRolloutsPerStartup),
        ("min_rollout_idle_hours", memories.MinRolloutIdleHours),
        ("min_rate_limit_remaining_percent", memories.MinRateLimitRemainingPercent),
        ("extract_model", memories.ExtractModel),
        ("consolidation_model", memories.ConsolidationModel));

    // The directory in which a program for tokens runs is part of what it does.
    private static void CompleteProviders(TomlTable values, string workingDirectory)
    {
        foreach (var provider in Section(values, "model_providers").Entries.Select(static entry => entry.Value).OfType<TomlTable>())
        {
            if (provider.TryGetValue("auth", out var auth) && auth is TomlTable command && command.IndexOf("cwd") < 0)
                Put(command, "cwd", workingDirectory);
        }
    }

    private static TomlTable Section(TomlTable values, string key)
    {
        if (!values.TryGetValue(key, out var section))
            values[key] = section = new TomlTable();
        return (TomlTable)section;
    }

    private static TomlTable Fields(params ReadOnlySpan<(string Key, object? Value)> fields)
    {
        var table = new TomlTable();
        foreach (var (key, value) in fields)
            Put(table, key, value);
        return table;
    }

    private static void Put(TomlTable values, string key, object? value)
    {
        TomlValue? written = value switch
        {
            string text => new TomlString(text),
            long number => new TomlInteger(number),
            bool truth => new TomlBoolean(truth),
            _ => null,
        };
        if (written is null)
            values.Remove(key);
        else
            values[key] = written;
    }
}
