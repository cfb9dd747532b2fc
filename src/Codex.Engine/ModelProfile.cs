using Codex.Formats.Text;

namespace Codex.Engine;

/// <summary>What the engine has to know of a model. Catalogs provide it; embedders may write their own.</summary>
public sealed record ModelProfile
{
    /// <summary>The model's name on the wire.</summary>
    public required string Slug { get; init; }

    /// <summary>The system prompt of threads with this model.</summary>
    public required string BaseInstructions { get; init; }

    /// <summary>Size of the context in tokens; null when unknown.</summary>
    public long? ContextWindow { get; init; }

    /// <summary>How much of the window is used for conversation, in percent.</summary>
    public int EffectiveContextWindowPercent { get; init; } = 95;

    /// <summary>Whether the model reasons: requests then carry reasoning settings.</summary>
    public bool SupportsReasoning { get; init; }

    /// <summary>Effort when none is configured.</summary>
    public string? DefaultReasoningEffort { get; init; }

    /// <summary>Summary style when none is configured; <c>none</c> or null sends none.</summary>
    public string? DefaultReasoningSummary { get; init; }

    /// <summary>Whether requests may carry a verbosity.</summary>
    public bool SupportsVerbosity { get; init; }

    /// <summary>Verbosity when none is configured.</summary>
    public string? DefaultVerbosity { get; init; }

    /// <summary>Whether the model may call several tools at once.</summary>
    public bool SupportsParallelToolCalls { get; init; }

    /// <summary>Whether the model knows the freeform patch tool.</summary>
    public bool SupportsApplyPatch { get; init; }

    /// <summary>Whether the model takes images.</summary>
    public bool AcceptsImages { get; init; } = true;

    /// <summary>Whether the model takes images in full size.</summary>
    public bool SupportsOriginalImageDetail { get; init; }

    /// <summary>Whether hosted searches may return images.</summary>
    public bool SearchReturnsImages { get; init; }

    /// <summary>How much of a tool output the model is shown.</summary>
    public TruncationPolicy Truncation { get; init; } = TruncationPolicy.OfTokens(10_000);

    /// <summary>The window that is reported to clients.</summary>
    public long? EffectiveContextWindow => ContextWindow * EffectiveContextWindowPercent / 100;
}
