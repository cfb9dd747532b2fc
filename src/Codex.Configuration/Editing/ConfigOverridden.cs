using Codex.Configuration.Layers;
using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>A value of the user's file that another layer hides.</summary>
/// <param name="Layer">The layer that counts.</param>
/// <param name="EffectiveValue">The value that counts, or null.</param>
public sealed record ConfigOverridden(ConfigLayer Layer, TomlValue? EffectiveValue)
{
    /// <summary>One line for the user.</summary>
    public string Message => Layer.Kind switch
    {
        ConfigLayerKind.System => $"Overridden by managed config (system): {Layer.File}",
        ConfigLayerKind.Project => $"Overridden by project config: {Layer.File}",
        ConfigLayerKind.SessionFlags => "Overridden by session flags",
        ConfigLayerKind.User => $"Overridden by user config: {Layer.File}",
        ConfigLayerKind.ManagedFile => $"Overridden by legacy managed_config.toml: {Layer.File}",
        _ => "Overridden by legacy managed configuration from MDM",
    };

    /// <summary>What hides a value of the user's layer, or null when it counts.</summary>
    internal static ConfigOverridden? Find(ConfigLayerStack stack, TomlTable effective, IReadOnlyList<string> path)
    {
        var own = ValuePath.Find(stack.UserLayer!.Values, path);
        var counts = ValuePath.Find(effective, path);
        if (ValuePath.AreEqual(own, counts))
            return null;
        var layer = stack.Active.LastOrDefault(layer => ValuePath.Find(layer.Values, path) is not null);
        return layer is null ? null : new ConfigOverridden(layer, counts);
    }
}
