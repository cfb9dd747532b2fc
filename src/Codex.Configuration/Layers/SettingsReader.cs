using Codex.Configuration.Features;
using Codex.Configuration.Reading;
using Codex.Configuration.Sections;
using Codex.Formats.Toml;

namespace Codex.Configuration.Layers;

/// <summary>Reads tables as settings and finds the places of problems in files.</summary>
internal static class SettingsReader
{
    /// <summary>Reads merged values.</summary>
    /// <exception cref="ConfigException">A value has the wrong type.</exception>
    public static ConfigSettings Read(TomlTable values, PathResolver? paths)
    {
        var context = new ReadContext(paths, collectUnknown: false);
        var settings = TableReader.Read(values, context, ConfigSettings.Read);
        return context.Problem is null ? settings : throw new ConfigException(ConfigStage.Load, context.Problem.Text);
    }

    /// <summary>Makes the paths of one layer absolute, in place. A layer that cannot be read on its own keeps its paths, as in the original.</summary>
    public static void ResolvePaths(TomlTable values, PathResolver paths)
    {
        var context = new ReadContext(paths, collectUnknown: false);
        TableReader.Read(values, context, ConfigSettings.Read);
        if (context.Problem is not null)
            return;
        foreach (var (table, key, array, index, path) in context.ResolvedPaths)
        {
            if (array is not null)
                array.ReplaceAt(index, new TomlString(path));
            else
                table![key] = new TomlString(path);
        }
    }

    /// <summary>Fails on wrong types and unknown fields of one file.</summary>
    /// <exception cref="ConfigException">With the place in the file.</exception>
    public static void CheckStrictly(string file, ReadOnlyMemory<byte> source, TomlTable values, PathResolver paths)
    {
        var context = new ReadContext(paths, collectUnknown: true);
        TableReader.Read(values, context, ConfigSettings.Read);
        if (context.Problem is { } problem)
            throw Located(file, source, values, problem);
        if ((context.FirstUnknown ?? FirstUnknownFeature(values)) is { } unknown)
        {
            var span = SourcePlaces.OfKey(values, unknown) ?? default;
            throw new ConfigException(ConfigStage.Load, new ConfigLocation(file, span, source), UnknownField(unknown));
        }
    }

    /// <summary>Fails on unknown fields of options. Wrong types are left for later.</summary>
    public static void CheckOptionsStrictly(TomlTable values, PathResolver paths)
    {
        var context = new ReadContext(paths, collectUnknown: true);
        TableReader.Read(values, context, ConfigSettings.Read);
        var unknown = context.Problem is null ? context.FirstUnknown : null;
        if ((unknown ?? FirstUnknownFeature(values)) is { } field)
            throw new ConfigException(ConfigStage.Load, UnknownField(field) + " in -c/--config override");
    }

    /// <summary>The first problem of the first file that has one by itself, or null.</summary>
    public static ConfigException? FirstProblem(IEnumerable<ConfigLayer> layers, string? homeDirectory) => layers
        .Where(static layer => layer is { Source.Length: > 0, File: not null })
        .Select(layer => FindProblem(layer, new PathResolver(Path.GetDirectoryName(layer.File)!, homeDirectory)))
        .FirstOrDefault(static problem => problem is not null);

    private static ConfigException? FindProblem(ConfigLayer layer, PathResolver paths)
    {
        var context = new ReadContext(paths, collectUnknown: false, isFromText: true);
        TableReader.Read(layer.Values, context, ConfigSettings.Read);
        return context.Problem is { } problem ? Located(layer.File!, layer.Source, layer.Values, problem) : null;
    }

    private static ConfigException Located(string file, ReadOnlyMemory<byte> source, TomlTable values, ConfigProblem problem) =>
        new(ConfigStage.Load, new ConfigLocation(file, SourcePlaces.OfValue(values, problem.Location) ?? default, source), problem.Message);

    private static string UnknownField(IReadOnlyList<string> path) => $"unknown configuration field `{string.Join('.', path)}`";

    private static string[]? FirstUnknownFeature(TomlTable values)
    {
        if (UnknownIn(values, "features") is { } key)
            return ["features", key];
        if (!values.TryGetValue("profiles", out var profiles) || profiles is not TomlTable table)
            return null;
        foreach (var profile in table.Entries)
        {
            if (profile.Value is TomlTable nested && UnknownIn(nested, "features") is { } unknown)
                return ["profiles", profile.Key, "features", unknown];
        }

        return null;
    }

    private static string? UnknownIn(TomlTable values, string key) =>
        values.TryGetValue(key, out var value) && value is TomlTable features
            ? features.Entries.FirstOrDefault(static entry => FeatureCatalog.Find(entry.Key) is null)?.Key
            : null;
}
