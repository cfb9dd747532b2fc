using Codex.Formats.Text;

namespace Codex.Backend.Models;

/// <summary>What is known about a model (<c>ModelInfo</c> of <c>codex-rs/protocol/src/openai_models.rs</c>).</summary>
public sealed record ModelInfo
{
    /// <summary>The name that requests carry.</summary>
    public required string Slug { get; init; }

    /// <summary>The name that users read.</summary>
    public required string DisplayName { get; init; }

    /// <summary>One line for pickers.</summary>
    public string? Description { get; init; }

    /// <summary>Effort when none is configured; null leaves it to the server.</summary>
    public string? DefaultReasoningLevel { get; init; }

    /// <summary>Efforts that can be chosen.</summary>
    public IReadOnlyList<ReasoningPreset> SupportedReasoningLevels { get; init; } = [];

    /// <summary>Kind of shell tool: <c>default</c>, <c>local</c>, <c>unified_exec</c>, <c>disabled</c> or <c>shell_command</c>.</summary>
    public required string ShellType { get; init; }

    /// <summary>Whether pickers show the model: <c>list</c>, <c>hide</c> or <c>none</c>.</summary>
    public required string Visibility { get; init; }

    /// <summary>Whether API keys may use the model.</summary>
    public bool SupportedInApi { get; init; } = true;

    /// <summary>Order in pickers; the lowest that is listed is the default model.</summary>
    public int Priority { get; init; }

    /// <summary>Names of faster modes, as configured by users.</summary>
    public IReadOnlyList<string> AdditionalSpeedTiers { get; init; } = [];

    /// <summary>Service tiers that requests may name.</summary>
    public IReadOnlyList<ServiceTier> ServiceTiers { get; init; } = [];

    /// <summary>Tier used when none is configured.</summary>
    public string? DefaultServiceTier { get; init; }

    /// <summary>Announcement shown once to users, Markdown.</summary>
    public string? AvailabilityMessage { get; init; }

    /// <summary>The successor offered to users.</summary>
    public ModelUpgrade? Upgrade { get; init; }

    /// <summary>The system prompt.</summary>
    public required ModelInstructions Instructions { get; init; }

    /// <summary>Whether requests carry reasoning settings.</summary>
    public bool SupportsReasoningSummaries { get; init; }

    /// <summary>Summary style when none is configured; <c>none</c> asks for no summary.</summary>
    public string DefaultReasoningSummary { get; init; } = "auto";

    /// <summary>Whether requests may carry a verbosity.</summary>
    public bool SupportsVerbosity { get; init; }

    /// <summary>Verbosity when none is configured.</summary>
    public string? DefaultVerbosity { get; init; }

    /// <summary>Form of the patch tool: <c>freeform</c>, or null for no patch tool.</summary>
    public string? ApplyPatchToolType { get; init; }

    /// <summary>What the hosted search returns: <c>text</c> or <c>text_and_image</c>.</summary>
    public string WebSearchToolType { get; init; } = "text";

    /// <summary>How much of a tool output the model is shown.</summary>
    public required TruncationPolicy TruncationPolicy { get; init; }

    /// <summary>Whether several tools may be called at once.</summary>
    public bool SupportsParallelToolCalls { get; init; }

    /// <summary>Whether images may be sent in their original size.</summary>
    public bool SupportsImageDetailOriginal { get; init; }

    /// <summary>Context window in tokens.</summary>
    public long? ContextWindow { get; init; }

    /// <summary>The largest context window that a configuration may ask for, in tokens.</summary>
    public long? MaxContextWindow { get; init; }

    /// <summary>Configured threshold for compaction, in tokens.</summary>
    public long? AutoCompactTokenLimit { get; init; }

    /// <summary>Share of the context window that is used, in percent.</summary>
    public long EffectiveContextWindowPercent { get; init; } = 95;

    /// <summary>Tools offered to this model only.</summary>
    public IReadOnlyList<string> ExperimentalSupportedTools { get; init; } = [];

    /// <summary>Kinds of input: <c>text</c>, <c>image</c>.</summary>
    public IReadOnlyList<string> InputModalities { get; init; } = ["text", "image"];

    /// <summary>Whether tools may be deferred behind a search tool.</summary>
    public bool SupportsSearchTool { get; init; }

    /// <summary>How tools are presented, when not the usual way.</summary>
    public string? ToolMode { get; init; }

    /// <summary>Whether nothing was known about the slug, so that these are guesses.</summary>
    public bool IsFallback { get; init; }

    /// <summary>The context window, or the largest possible one.</summary>
    public long? ResolvedContextWindow => ContextWindow ?? MaxContextWindow;

    /// <summary>The part of the context window that is used, in tokens.</summary>
    public long? EffectiveContextWindow => ResolvedContextWindow * EffectiveContextWindowPercent / 100;

    /// <summary>The tokens at which a conversation is compacted: as configured, never above nine tenths of the window.</summary>
    public long? CompactionThreshold => (ResolvedContextWindow * 9 / 10, AutoCompactTokenLimit) switch
    {
        ({ } limit, { } configured) => Math.Min(limit, configured),
        var (limit, configured) => limit ?? configured,
    };

    /// <summary>Whether the model sees images.</summary>
    public bool SupportsImages => InputModalities.Contains("image");

    /// <summary>Whether requests may name this tier.</summary>
    public bool SupportsServiceTier(string id)
    {
        foreach (var tier in ServiceTiers)
        {
            if (tier.Id == id)
                return true;
        }

        return false;
    }
}
