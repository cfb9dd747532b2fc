using Codex.Configuration.Features;
using Codex.Formats.Toml;

namespace Codex.Configuration.Layers;

/// <summary>Turns <c>-c</c>, <c>--enable</c> and <c>--disable</c> into a layer (<c>utils/cli/src/config_override.rs</c>).</summary>
public static class ConfigOverrides
{
    private const string Sentinel = "_x_";

    /// <summary>The layer's values; null when there are no options.</summary>
    /// <exception cref="ConfigException">An unknown feature, or a text that is no override.</exception>
    public static TomlTable? Parse(IReadOnlyList<string> overrides, IReadOnlyList<string> enabled, IReadOnlyList<string> disabled)
    {
        foreach (var feature in enabled.Concat(disabled))
        {
            if (FeatureCatalog.Find(feature) is null)
                throw new ConfigException(ConfigStage.FeatureFlags, $"Unknown feature flag: {feature}");
        }

        var parsed = overrides.Select(Split).ToList();
        parsed.AddRange(enabled.Select(static feature => ($"features.{feature}", (TomlValue)new TomlBoolean(true))));
        parsed.AddRange(disabled.Select(static feature => ($"features.{feature}", (TomlValue)new TomlBoolean(false))));
        if (parsed.Count == 0)
            return null;
        var root = new TomlTable();
        foreach (var (path, value) in parsed)
            Apply(root, path.Split('.'), value);
        return root;
    }

    private static (string Path, TomlValue Value) Split(string text)
    {
        var separator = text.IndexOf('=', StringComparison.Ordinal);
        if (separator < 0)
            throw new ConfigException(ConfigStage.Overrides, $"Invalid override (missing '='): {text}");
        var key = text[..separator].Trim();
        if (key.Length == 0)
            throw new ConfigException(ConfigStage.Overrides, $"Empty key in override: {text}");
        return (key == FeatureKeys.UseLegacyLandlock ? "features." + key : key, ParseValue(text[(separator + 1)..].Trim()));
    }

    /// <summary>TOML when it is TOML, else the text itself without quotes at its ends.</summary>
    private static TomlValue ParseValue(string text)
    {
        try
        {
            return TomlParser.Parse($"{Sentinel} = {text}").TryGetValue(Sentinel, out var value) ? value : new TomlString(text);
        }
        catch (TomlException)
        {
            return new TomlString(text.Trim('"', '\''));
        }
    }

    private static void Apply(TomlTable root, string[] path, TomlValue value)
    {
        var table = root;
        foreach (var key in path.AsSpan(0, path.Length - 1))
        {
            if (!table.TryGetValue(key, out var next) || next is not TomlTable nested)
                table[key] = nested = new TomlTable();
            table = nested;
        }

        table[path[^1]] = value;
    }
}
