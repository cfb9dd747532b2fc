using System.Globalization;
using Codex.Formats.Toml;

namespace Codex.Configuration.Layers;

/// <summary>Finds where a path stands in a file (<c>config/src/diagnostics.rs</c>).</summary>
internal static class SourcePlaces
{
    /// <summary>The place of a value. For the table of features it is the first value that is not a switch.</summary>
    public static TomlSpan? OfValue(TomlTable root, IReadOnlyList<string> path)
    {
        if (path is ["features"] && root.TryGetValue("features", out var features) && features is TomlTable table
            && table.Entries.FirstOrDefault(static entry => entry.Value is not TomlBoolean) is { } entry)
            return entry.Value.Span;
        TomlValue? value = root;
        for (var i = 0; i < path.Count && value is not null; i++)
        {
            // A step that names the case of a union is not in the file when the case was written as a plain value.
            var next = Step(value, path[i]);
            if (next is null && i + 1 == path.Count)
                return null;
            value = next ?? value;
        }

        return value?.Span;
    }

    /// <summary>The place of a key.</summary>
    public static TomlSpan? OfKey(TomlTable root, IReadOnlyList<string> path)
    {
        TomlValue? value = root;
        for (var i = 0; i < path.Count - 1 && value is not null; i++)
            value = Step(value, path[i]);
        return (value as TomlTable)?.FindEntry(path[^1])?.KeySpan;
    }

    private static TomlValue? Step(TomlValue value, string key) => value switch
    {
        TomlTable table => table.TryGetValue(key, out var next) ? next : null,
        TomlArray array when int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < array.Items.Count => array.Items[index],
        _ => null,
    };
}
