using Codex.Configuration.Layers;
using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>Changes a value in place.</summary>
internal static class ValueMerge
{
    /// <summary>Sets, merges or removes a value; what is in the way of the path is replaced by tables.</summary>
    public static void Apply(TomlTable root, IReadOnlyList<string> path, TomlValue? value, ConfigMergeStrategy strategy)
    {
        if (value is null)
        {
            if (ValuePath.Find(root, [.. path.SkipLast(1)]) is TomlTable owner)
                owner.Remove(path[^1]);
            return;
        }

        var table = Descend(root, path);
        if (strategy == ConfigMergeStrategy.Upsert && value is TomlTable addition && table.TryGetValue(path[^1], out var existing) && existing is TomlTable present)
            table[path[^1]] = ConfigMerge.All([present, addition]);
        else
            table[path[^1]] = value;
    }

    /// <summary>The table that holds a path's last key. The value directly above it is not replaced, others on the way are.</summary>
    private static TomlTable Descend(TomlTable root, IReadOnlyList<string> path)
    {
        var table = root;
        for (var i = 0; i < path.Count - 1; i++)
        {
            var isPresent = table.TryGetValue(path[i], out var next);
            if (next is not TomlTable nested)
            {
                if (isPresent && i == path.Count - 2)
                    throw ConfigWriteException.Invalid("cannot set value on non-table parent");
                table[path[i]] = nested = new TomlTable();
            }

            table = nested;
        }

        return table;
    }
}
