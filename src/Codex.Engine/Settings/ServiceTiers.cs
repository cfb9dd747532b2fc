using Codex.Backend.Models;

namespace Codex.Engine.Settings;

/// <summary>Which service tier a request names.</summary>
internal static class ServiceTiers
{
    /// <summary>The choice of no tier in particular; no request names it.</summary>
    public const string Standard = "default";

    /// <summary>The tier to ask for; null for models that do not have it.</summary>
    public static string? For(string? tier, ModelInfo model) =>
        tier is not (null or Standard) && model.SupportsServiceTier(tier) ? tier : null;
}
