using Codex.Configuration.Layers;
using Codex.Configuration.Locking;

namespace Codex.Configuration;

/// <summary>A configuration that can be used, with where it came from.</summary>
/// <param name="Effective">The values.</param>
/// <param name="Stack">The layers.</param>
/// <param name="Warnings">What the user should be told at start-up.</param>
public sealed record LoadedConfig(EffectiveConfig Effective, ConfigLayerStack Stack, IReadOnlyList<ConfigWarning> Warnings)
{
    /// <summary>What a session says at its start about features under development, or null.</summary>
    public string? UnstableFeaturesWarning { get; init; }

    /// <summary>What lock files ask of sessions with this configuration, or null.</summary>
    public ConfigLock? Lock { get; init; }

    /// <summary>The layers from lowest to highest precedence, disabled ones included.</summary>
    public IReadOnlyList<ConfigLayer> Layers => Stack.Layers;
}
