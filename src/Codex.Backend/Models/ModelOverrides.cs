using Codex.Formats.Text;

namespace Codex.Backend.Models;

/// <summary>What a configuration changes about a model (<c>codex-rs/models-manager/src/model_info.rs</c>).</summary>
public sealed record ModelOverrides
{
    /// <summary>Context window in tokens; capped by the model's largest.</summary>
    public long? ContextWindow { get; init; }

    /// <summary>Threshold for compaction, in tokens.</summary>
    public long? AutoCompactTokenLimit { get; init; }

    /// <summary>Limit of tool outputs, in tokens.</summary>
    public long? ToolOutputTokenLimit { get; init; }

    /// <summary>True makes a model count as reasoning; false changes nothing.</summary>
    public bool? SupportsReasoningSummaries { get; init; }

    /// <summary>Replaces the system prompt.</summary>
    public string? Instructions { get; init; }

    /// <summary>Whether prompts follow the configured personality.</summary>
    public bool PersonalityEnabled { get; init; } = true;

    /// <summary>The model with these changes.</summary>
    public ModelInfo Apply(ModelInfo model) => model with
    {
        SupportsReasoningSummaries = model.SupportsReasoningSummaries || SupportsReasoningSummaries == true,
        ContextWindow = ContextWindow is { } window ? Math.Min(window, model.MaxContextWindow ?? window) : model.ContextWindow,
        AutoCompactTokenLimit = AutoCompactTokenLimit ?? model.AutoCompactTokenLimit,
        TruncationPolicy = ToolOutputTokenLimit is { } limit ? Limit(model.TruncationPolicy, limit) : model.TruncationPolicy,
        Instructions = ApplyTo(model.Instructions),
    };

    private static TruncationPolicy Limit(TruncationPolicy policy, long tokens) => policy.Unit == TruncationUnit.Tokens
        ? TruncationPolicy.OfTokens(tokens)
        : TruncationPolicy.OfBytes(TruncationPolicy.OfTokens(tokens).ByteLimit);

    private ModelInstructions ApplyTo(ModelInstructions instructions)
    {
        if (Instructions is { } text)
            return ModelInstructions.OfText(text);
        return PersonalityEnabled ? instructions : new ModelInstructions(() => instructions.Base, null);
    }
}
