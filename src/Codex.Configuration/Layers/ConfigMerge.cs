using Codex.Formats.Toml;

namespace Codex.Configuration.Layers;

/// <summary>
/// Merges layers: tables key by key, everything else as a whole (<c>config/src/merge.rs</c>). New keys go behind the existing ones.
/// </summary>
internal static class ConfigMerge
{
    private const string Memories = "memories";
    private const string OldMemoriesKey = "no_memories_if_mcp_or_web_search";
    private const string NewMemoriesKey = "disable_on_external_context";

    /// <summary>Merges tables, later ones on top; the tables themselves are not changed.</summary>
    public static TomlTable All(IEnumerable<TomlTable> tables)
    {
        var merged = new TomlTable();
        foreach (var table in tables)
            Into(merged, WithoutAliases(table), []);
        return merged;
    }

    /// <summary>The table with older names of keys replaced; the same table when there are none.</summary>
    public static TomlTable WithoutAliases(TomlTable table)
    {
        if (!table.TryGetValue(Memories, out var value) || value is not TomlTable memories || memories.IndexOf(OldMemoriesKey) < 0)
            return table;
        var copy = (TomlTable)table.Copy();
        var section = (TomlTable)copy[Memories];
        var old = section[OldMemoriesKey];
        section.Remove(OldMemoriesKey);
        if (section.IndexOf(NewMemoriesKey) < 0)
            section[NewMemoriesKey] = old;
        return copy;
    }

    private static void Into(TomlTable target, TomlTable overlay, string[] path)
    {
        var isDomains = path is ["permissions", _, "network", "domains"];
        if (isDomains)
            NormalizeHosts(target);
        foreach (var entry in overlay.Entries)
        {
            var key = isDomains ? HostPattern.Normalize(entry.Key) : entry.Key;
            if (target.TryGetValue(key, out var existing) && existing is TomlTable table && entry.Value is TomlTable nested)
                Into(table, nested, [.. path, key]);
            else
                target[key] = entry.Value.Copy();
        }
    }

    private static void NormalizeHosts(TomlTable domains)
    {
        foreach (var entry in domains.Entries.ToArray())
        {
            if (HostPattern.Normalize(entry.Key) is var host && host != entry.Key)
            {
                domains.Remove(entry.Key);
                domains[host] = entry.Value;
            }
        }
    }
}
