using Codex.Formats.Text;

namespace Codex.Backend.Models;

/// <summary>Cautious assumptions about a model that is in no catalog.</summary>
internal static class FallbackModel
{
    /// <summary>The assumptions under the given name.</summary>
    public static ModelInfo Create(string slug) => new()
    {
        Slug = slug,
        DisplayName = slug,
        ShellType = "default",
        Visibility = "none",
        Priority = 99,
        Instructions = new ModelInstructions(BundledInstructions.Base, null),
        TruncationPolicy = TruncationPolicy.OfBytes(10_000),
        ContextWindow = BundledModels.ContextWindow,
        MaxContextWindow = BundledModels.ContextWindow,
        IsFallback = true,
    };
}
