using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[memories]</c>.</summary>
public sealed record MemoriesSection
{
    /// <summary>Whether outside content keeps a thread out of memories.</summary>
    public bool? DisableOnExternalContext { get; init; }

    /// <summary>Whether memories are made.</summary>
    public bool? GenerateMemories { get; init; }

    /// <summary>Whether memories are shown to the model.</summary>
    public bool? UseMemories { get; init; }

    /// <summary>Whether there are tools for memories.</summary>
    public bool? DedicatedTools { get; init; }

    /// <summary>Raw memories kept.</summary>
    public long? MaxRawMemoriesForConsolidation { get; init; }

    /// <summary>Days until an unused memory goes.</summary>
    public long? MaxUnusedDays { get; init; }

    /// <summary>Oldest thread in days.</summary>
    public long? MaxRolloutAgeDays { get; init; }

    /// <summary>Threads per pass.</summary>
    public long? MaxRolloutsPerStartup { get; init; }

    /// <summary>Idle hours before a thread counts.</summary>
    public long? MinRolloutIdleHours { get; init; }

    /// <summary>Percent of the rate limit that must be left.</summary>
    public long? MinRateLimitRemainingPercent { get; init; }

    /// <summary>Model for extraction.</summary>
    public string? ExtractModel { get; init; }

    /// <summary>Model for consolidation.</summary>
    public string? ConsolidationModel { get; init; }

    /// <summary>The same with defaults where nothing is given, and with numbers in their bounds (<c>config/src/types.rs</c>).</summary>
    internal MemoriesSection Completed() => this with
    {
        DisableOnExternalContext = DisableOnExternalContext ?? false,
        GenerateMemories = GenerateMemories ?? true,
        UseMemories = UseMemories ?? true,
        DedicatedTools = DedicatedTools ?? false,
        MaxRawMemoriesForConsolidation = Math.Clamp(MaxRawMemoriesForConsolidation ?? 256, 1, 4096),
        MaxUnusedDays = Math.Clamp(MaxUnusedDays ?? 30, 0, 365),
        MaxRolloutAgeDays = Math.Clamp(MaxRolloutAgeDays ?? 10, 0, 90),
        MaxRolloutsPerStartup = Math.Clamp(MaxRolloutsPerStartup ?? 2, 1, 128),
        MinRolloutIdleHours = Math.Clamp(MinRolloutIdleHours ?? 6, 1, 48),
        MinRateLimitRemainingPercent = Math.Clamp(MinRateLimitRemainingPercent ?? 25, 0, 100),
    };

    internal static MemoriesSection Read(TableReader table) => new()
    {
        DisableOnExternalContext = table.Boolean("disable_on_external_context") ?? table.Boolean("no_memories_if_mcp_or_web_search"),
        GenerateMemories = table.Boolean("generate_memories"),
        UseMemories = table.Boolean("use_memories"),
        DedicatedTools = table.Boolean("dedicated_tools"),
        MaxRawMemoriesForConsolidation = table.Integer("max_raw_memories_for_consolidation", IntegerKind.Usize),
        MaxUnusedDays = table.Integer("max_unused_days", IntegerKind.I64),
        MaxRolloutAgeDays = table.Integer("max_rollout_age_days", IntegerKind.I64),
        MaxRolloutsPerStartup = table.Integer("max_rollouts_per_startup", IntegerKind.Usize),
        MinRolloutIdleHours = table.Integer("min_rollout_idle_hours", IntegerKind.I64),
        MinRateLimitRemainingPercent = table.Integer("min_rate_limit_remaining_percent", IntegerKind.I64),
        ExtractModel = table.String("extract_model"),
        ConsolidationModel = table.String("consolidation_model"),
    };
}
