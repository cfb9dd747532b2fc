using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>Changes <c>tool_suggest.disabled_tools</c>.</summary>
public static class ToolSuggestionEdits
{
    private static readonly string[] s_list = ["tool_suggest", "disabled_tools"];

    /// <summary>Notes that a tool is not to be suggested again; once is enough.</summary>
    /// <param name="document">The file.</param>
    /// <param name="type">connector or plugin.</param>
    /// <param name="id">Its id.</param>
    public static void Disable(TomlDocument document, string type, string id)
    {
        if (id.Trim() is not { Length: > 0 } trimmed || Contains(document.ToTable(), type, trimmed))
            return;
        document.AddElement(s_list, new TomlTable { ["type"] = new TomlString(type), ["id"] = new TomlString(trimmed) }, inline: true);
    }

    private static bool Contains(TomlTable root, string type, string id) =>
        root.TryGetValue(s_list[0], out var section) && section is TomlTable table
        && table.TryGetValue(s_list[1], out var value) && value is TomlArray list
        && list.Items.OfType<TomlTable>().Any(entry => TextOf(entry, "type") == type && TextOf(entry, "id")?.Trim() == id);

    private static string? TextOf(TomlTable entry, string key) => entry.TryGetValue(key, out var value) && value is TomlString text ? text.Value : null;
}
