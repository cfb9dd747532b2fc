using Codex.Configuration.Environment;
using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>Changes <c>[[skills.config]]</c>: only skills that are switched off are listed.</summary>
public static class SkillEdits
{
    private static readonly string[] s_list = ["skills", "config"];

    /// <summary>Switches a skill that is named by its directory.</summary>
    public static void SetByPath(TomlDocument document, string path, bool enabled) => Set(document, "path", CanonicalPath.Resolve(path), enabled);

    /// <summary>Switches a skill that is named by its name; a blank name changes nothing.</summary>
    public static void SetByName(TomlDocument document, string name, bool enabled)
    {
        if (!string.IsNullOrWhiteSpace(name))
            Set(document, "name", name.Trim(), enabled);
    }

    private static void Set(TomlDocument document, string selector, string value, bool enabled)
    {
        var index = Find(document.ToTable(), selector, value);
        if (enabled && index >= 0)
            Remove(document, index);
        else if (!enabled && index >= 0)
            document.SetInElement(s_list, index, "enabled", new TomlBoolean(false));
        else if (!enabled)
            document.AddElement(s_list, new TomlTable { [selector] = new TomlString(value), ["enabled"] = new TomlBoolean(false) });
    }

    private static void Remove(TomlDocument document, int index)
    {
        document.RemoveElement(s_list, index);
        if (document.ToTable().TryGetValue(s_list[0], out var skills) && skills is TomlTable { Count: 0 })
            document.Remove([s_list[0]]);
    }

    private static int Find(TomlTable root, string selector, string value)
    {
        if (!root.TryGetValue(s_list[0], out var skills) || skills is not TomlTable table
            || !table.TryGetValue(s_list[1], out var config) || config is not TomlArray list)
            return -1;
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is TomlTable entry && Selects(entry, selector, value))
                return i;
        }

        return -1;
    }

    /// <summary>An entry with both selectors selects nothing.</summary>
    private static bool Selects(TomlTable entry, string selector, string value)
    {
        if (entry.IndexOf(selector == "path" ? "name" : "path") >= 0 || !entry.TryGetValue(selector, out var found) || found is not TomlString text)
            return false;
        return (selector == "path" ? CanonicalPath.Resolve(text.Value) : text.Value.Trim()) == value;
    }
}
