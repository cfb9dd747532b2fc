using Codex.Configuration.Sections;
using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>Changes <c>[plugins]</c> and <c>[marketplaces]</c> (<c>config/src/plugin_edit.rs</c>, <c>marketplace_edit.rs</c>).</summary>
public static class PluginEdits
{
    private const string Plugins = "plugins";
    private const string Marketplaces = "marketplaces";

    /// <summary>Switches a plugin.</summary>
    /// <param name="document">The file.</param>
    /// <param name="key">Name and marketplace: <c>name@marketplace</c>.</param>
    /// <param name="enabled">The switch.</param>
    public static void SetEnabled(TomlDocument document, string key, bool enabled) =>
        document.Set([Plugins, key, "enabled"], new TomlBoolean(enabled));

    /// <summary>Removes all about a plugin; false when there was nothing.</summary>
    public static bool Remove(TomlDocument document, string key) => document.Remove([Plugins, key]);

    /// <summary>Adds a marketplace or replaces the one of this name.</summary>
    public static void SetMarketplace(TomlDocument document, string name, MarketplaceSection marketplace)
    {
        var table = new TomlTable();
        Add(table, "last_updated", marketplace.LastUpdated);
        Add(table, "last_revision", marketplace.LastRevision);
        Add(table, "source_type", marketplace.SourceType);
        Add(table, "source", marketplace.Source);
        Add(table, "ref", marketplace.Reference);
        if (marketplace.SparsePaths is { Count: > 0 } paths)
            table["sparse_paths"] = new TomlArray(paths.Select(static path => new TomlString(path)));
        document.Set([Marketplaces, name], table);
    }

    /// <summary>Removes a marketplace; false when there was none of this name.</summary>
    public static bool RemoveMarketplace(TomlDocument document, string name) => document.Remove([Marketplaces, name]);

    private static void Add(TomlTable table, string key, string? text)
    {
        if (text is not null)
            table[key] = new TomlString(text);
    }
}
