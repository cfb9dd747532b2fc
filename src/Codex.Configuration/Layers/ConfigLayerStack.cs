using System.Globalization;
using Codex.Configuration.Reading;
using Codex.Configuration.Requirements;
using Codex.Configuration.Resolved;
using Codex.Formats.Toml;

namespace Codex.Configuration.Layers;

/// <summary>All layers of a configuration.</summary>
/// <param name="layers">From lowest to highest precedence.</param>
/// <param name="requirements">What administrators require.</param>
public sealed class ConfigLayerStack(IReadOnlyList<ConfigLayer> layers, ConfigRequirements requirements)
{
    /// <summary>What administrators require.</summary>
    public ConfigRequirements Requirements => requirements;

    /// <summary>The layers from lowest to highest precedence, disabled ones included.</summary>
    public IReadOnlyList<ConfigLayer> Layers => layers;

    /// <summary>The layers in use, from lowest to highest precedence.</summary>
    public IEnumerable<ConfigLayer> Active => layers.Where(static layer => layer.DisabledReason is null);

    /// <summary>The layer that edits go to: the selected profile's, else the user's.</summary>
    public ConfigLayer? UserLayer => layers.LastOrDefault(static layer => layer.Kind == ConfigLayerKind.User);

    /// <summary>The file that edits go to.</summary>
    public string? UserFile => UserLayer?.File;

    /// <summary>The layers in use merged into one table.</summary>
    public TomlTable Merge() => ConfigMerge.All(Active.Select(static layer => layer.Values));

    /// <summary>
    /// The merged values as the original shows them: known fields only, in the order of its types, older forms replaced, with the
    /// defaults that its types have. That is what <c>config/read</c> answers.
    /// </summary>
    /// <exception cref="ConfigException">A value has the wrong type.</exception>
    public TomlTable Describe()
    {
        var merged = Merge();
        SettingsReader.Read(merged, PathResolver.Rootless);
        return ResolvedForm.Of(merged);
    }

    /// <summary>The layer that provides each value, by dotted path; elements of arrays by their place.</summary>
    public IReadOnlyDictionary<string, ConfigLayer> Origins()
    {
        var origins = new Dictionary<string, ConfigLayer>(StringComparer.Ordinal);
        foreach (var layer in Active)
            Record("", ConfigMerge.WithoutAliases(layer.Values), layer, origins);
        return origins;
    }

    /// <summary>The layers with other values in the one that edits go to.</summary>
    internal ConfigLayerStack WithUserValues(TomlTable values)
    {
        var user = UserLayer!;
        var changed = new ConfigLayer { Kind = user.Kind, File = user.File, Profile = user.Profile, Values = values };
        return new ConfigLayerStack([.. layers.Select(layer => layer == user ? changed : layer)], requirements);
    }

    private static void Record(string path, TomlValue value, ConfigLayer layer, Dictionary<string, ConfigLayer> origins)
    {
        switch (value)
        {
            case TomlTable table:
                foreach (var entry in table.Entries)
                    Record(Join(path, entry.Key), entry.Value, layer, origins);
                break;
            case TomlArray array:
                for (var i = 0; i < array.Items.Count; i++)
                    Record(Join(path, i.ToString(CultureInfo.InvariantCulture)), array.Items[i], layer, origins);
                break;
            default:
                origins[path] = layer;
                break;
        }
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : path + "." + key;
}
