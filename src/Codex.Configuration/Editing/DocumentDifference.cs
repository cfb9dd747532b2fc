using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>Brings a change of a value into a document; of tables only what differs is touched.</summary>
internal static class DocumentDifference
{
    public static void Apply(TomlDocument document, IReadOnlyList<string> path, TomlValue? before, TomlValue? after)
    {
        if (ValuePath.AreEqual(before, after))
            return;
        if (after is null)
            document.Remove(path);
        else if (before is TomlTable old && after is TomlTable table)
            ApplyTable(document, path, old, table);
        else
            document.Set(path, after);
    }

    private static void ApplyTable(TomlDocument document, IReadOnlyList<string> path, TomlTable before, TomlTable after)
    {
        foreach (var entry in before.Entries.Where(entry => after.IndexOf(entry.Key) < 0))
            document.Remove([.. path, entry.Key]);
        foreach (var entry in after.Entries)
            Apply(document, [.. path, entry.Key], before.TryGetValue(entry.Key, out var old) ? old : null, entry.Value);
    }
}
