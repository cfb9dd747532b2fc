using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[features.multi_agent_v2]</c>.</summary>
public sealed record MultiAgentV2Feature
{
    /// <summary>The switch.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Threads at a time.</summary>
    public long? MaxConcurrentThreadsPerSession { get; init; }

    /// <summary>Shortest wait in milliseconds.</summary>
    public long? MinWaitTimeoutMs { get; init; }

    /// <summary>Longest wait in milliseconds.</summary>
    public long? MaxWaitTimeoutMs { get; init; }

    /// <summary>Usual wait in milliseconds.</summary>
    public long? DefaultWaitTimeoutMs { get; init; }

    /// <summary>Whether the model gets a hint.</summary>
    public bool? UsageHintEnabled { get; init; }

    /// <summary>The hint.</summary>
    public string? UsageHintText { get; init; }

    /// <summary>The hint for the first agent.</summary>
    public string? RootAgentUsageHintText { get; init; }

    /// <summary>The hint for sub-agents.</summary>
    public string? SubagentUsageHintText { get; init; }

    /// <summary>Namespace of the tools.</summary>
    public string? ToolNamespace { get; init; }

    /// <summary>Whether details of new agents are hidden.</summary>
    public bool? HideSpawnAgentMetadata { get; init; }

    /// <summary>Whether it is off in code mode.</summary>
    public bool? NonCodeModeOnly { get; init; }

    /// <summary>The same with defaults where nothing is given (<c>core/src/config/mod.rs</c>).</summary>
    internal MultiAgentV2Feature Completed() => this with
    {
        MaxConcurrentThreadsPerSession = MaxConcurrentThreadsPerSession ?? 4,
        MinWaitTimeoutMs = MinWaitTimeoutMs ?? 10_000,
        MaxWaitTimeoutMs = MaxWaitTimeoutMs ?? 3_600_000,
        DefaultWaitTimeoutMs = DefaultWaitTimeoutMs ?? 30_000,
        UsageHintEnabled = UsageHintEnabled ?? true,
        HideSpawnAgentMetadata = HideSpawnAgentMetadata ?? false,
        NonCodeModeOnly = NonCodeModeOnly ?? false,
    };

    internal static MultiAgentV2Feature Read(TableReader table)
    {
        table.DenyUnknown("enabled", "max_concurrent_threads_per_session", "min_wait_timeout_ms", "max_wait_timeout_ms", "default_wait_timeout_ms", "usage_hint_enabled", "usage_hint_text", "root_agent_usage_hint_text", "subagent_usage_hint_text", "tool_namespace", "hide_spawn_agent_metadata", "non_code_mode_only");
        return new MultiAgentV2Feature
        {
            Enabled = table.Boolean("enabled"),
            MaxConcurrentThreadsPerSession = table.Integer("max_concurrent_threads_per_session", IntegerKind.Usize),
            MinWaitTimeoutMs = table.Integer("min_wait_timeout_ms", IntegerKind.I64),
            MaxWaitTimeoutMs = table.Integer("max_wait_timeout_ms", IntegerKind.I64),
            DefaultWaitTimeoutMs = table.Integer("default_wait_timeout_ms", IntegerKind.I64),
            UsageHintEnabled = table.Boolean("usage_hint_enabled"),
            UsageHintText = table.String("usage_hint_text"),
            RootAgentUsageHintText = table.String("root_agent_usage_hint_text"),
            SubagentUsageHintText = table.String("subagent_usage_hint_text"),
            ToolNamespace = table.String("tool_namespace"),
            HideSpawnAgentMetadata = table.Boolean("hide_spawn_agent_metadata"),
            NonCodeModeOnly = table.Boolean("non_code_mode_only"),
        };
    }
}
