using Codex.Formats.Text;

namespace Codex.Backend.Models;

/// <summary>The models that 0.136.0 brings along, as <c>codex debug models --bundled</c> prints them; instructions are our own.</summary>
internal static class BundledModels
{
    /// <summary>The context window of every bundled model, in tokens.</summary>
    public const long ContextWindow = 272_000;

    private const long LongContextWindow = 1_000_000;

    /// <summary>Creates the entries.</summary>
    public static IReadOnlyList<ModelInfo> Create() =>
    [
        Common("gpt-5.5", "GPT-5.5", 0) with
        {
            Description = "Frontier model for complex coding, research, and real-world work.",
            AdditionalSpeedTiers = ["fast"],
            ServiceTiers = FastTier(),
            AvailabilityMessage = "GPT-5.5 can now be used in Codex.\n\nLearn more: https://openai.com/index/introducing-gpt-5-5/\n\n",
        },
        Common("gpt-5.4", "gpt-5.4", 2) with
        {
            Description = "Strong model for everyday coding.",
            AdditionalSpeedTiers = ["fast"],
            ServiceTiers = FastTier(),
            MaxContextWindow = LongContextWindow,
        },
        Common("gpt-5.4-mini", "GPT-5.4-Mini", 4) with
        {
            Description = "Small, fast, and cost-efficient model for simpler coding tasks.",
            DefaultVerbosity = "medium",
        },
        Common("gpt-5.3-codex", "gpt-5.3-codex", 6) with
        {
            Description = "Coding-optimized model.",
            WebSearchToolType = "text",
            Upgrade = Successor("GPT-5.3-Codex"),
        },
        Common("gpt-5.2", "gpt-5.2", 10) with
        {
            Description = "Optimized for professional work and long-running agents.",
            SupportedReasoningLevels = DetailedLevels(),
            Upgrade = Successor("GPT-5.2"),
            Instructions = new ModelInstructions(BundledInstructions.Base, null),
            DefaultReasoningSummary = "auto",
            WebSearchToolType = "text",
            TruncationPolicy = TruncationPolicy.OfBytes(10_000),
            SupportsImageDetailOriginal = false,
        },
        Common("codex-auto-review", "Codex Auto Review", 29) with
        {
            Description = "Automatic approval review model for Codex.",
            Visibility = "hide",
            MaxContextWindow = LongContextWindow,
        },
    ];

    private static ModelInfo Common(string slug, string displayName, int priority) => new()
    {
        Slug = slug,
        DisplayName = displayName,
        DefaultReasoningLevel = "medium",
        SupportedReasoningLevels = Levels(),
        ShellType = "shell_command",
        Visibility = "list",
        Priority = priority,
        Instructions = new ModelInstructions(BundledInstructions.Base, BundledInstructions.Personalities),
        SupportsReasoningSummaries = true,
        DefaultReasoningSummary = "none",
        SupportsVerbosity = true,
        DefaultVerbosity = "low",
        ApplyPatchToolType = "freeform",
        WebSearchToolType = "text_and_image",
        TruncationPolicy = TruncationPolicy.OfTokens(10_000),
        SupportsParallelToolCalls = true,
        SupportsImageDetailOriginal = true,
        ContextWindow = ContextWindow,
        MaxContextWindow = ContextWindow,
        SupportsSearchTool = true,
    };

    private static ReasoningPreset[] Levels() =>
    [
        new("low", "Fast responses with lighter reasoning"),
        new("medium", "Balances speed and reasoning depth for everyday tasks"),
        new("high", "Greater reasoning depth for complex problems"),
        new("xhigh", "Extra high reasoning depth for complex problems"),
    ];

    private static ReasoningPreset[] DetailedLevels() =>
    [
        new("low", "Balances speed with some reasoning; useful for straightforward queries and short explanations"),
        new("medium", "Provides a solid balance of reasoning depth and latency for general-purpose tasks"),
        new("high", "Maximizes reasoning depth for complex or ambiguous problems"),
        new("xhigh", "Extra high reasoning for complex problems"),
    ];

    private static ServiceTier[] FastTier() => [new("priority", "Fast", "1.5x speed, increased usage")];

    private static ModelUpgrade Successor(string displayName) => new(
        "gpt-5.4",
        $"Introducing GPT-5.4\n\nGPT-5.4 is the successor of {displayName}.\n\nLearn more: https://openai.com/index/introducing-gpt-5-4\n\n" +
        $"{displayName} stays available.\n");
}
