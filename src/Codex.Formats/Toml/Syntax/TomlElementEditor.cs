namespace Codex.Formats.Toml.Syntax;

/// <summary>Changes the tables of an array, written as <c>[[path]]</c> sections or in brackets.</summary>
internal sealed class TomlElementEditor(List<TomlSyntaxSection> sections, TomlDocumentEditor editor)
{
    public void Add(IReadOnlyList<string> path, TomlTable element, bool inline)
    {
        if (InBrackets(path) is { } list)
            editor.Set(path, new TomlArray([.. list.Items, element]));
        else if (FirstSection(path, 0) < 0 && (inline || editor.IsInEntry(path)))
            editor.Set(path, new TomlArray(element));
        else
            AddSection(path, element);
    }

    public void SetIn(IReadOnlyList<string> path, int index, string key, TomlValue value)
    {
        if (InBrackets(path) is { } list)
        {
            var element = (TomlTable)list.Items[index].Copy();
            element[key] = value;
            editor.Set(path, new TomlArray(list.Items.Select((item, at) => at == index ? element : item)));
            return;
        }

        var section = sections[FirstSection(path, index)];
        if (section.Entries.Find(entry => entry.Path is [var name] && name == key) is { } existing)
            existing.Value = TomlText.FormatValue(value);
        else
            editor.InsertEntry(section, section.Entries.Count, [key], value);
    }

    public void Remove(IReadOnlyList<string> path, int index)
    {
        if (InBrackets(path) is { } list)
            RemoveFromBrackets(path, list, index);
        else
            RemoveSections(path, FirstSection(path, index));
    }

    private TomlArray? InBrackets(IReadOnlyList<string> path) => editor.Lookup(path) is TomlArray { IsArrayOfTables: false } list ? list : null;

    private void AddSection(IReadOnlyList<string> path, TomlTable element)
    {
        var section = editor.AppendSection(path, isArrayElement: true);
        foreach (var entry in element.Entries)
            editor.InsertEntry(section, section.Entries.Count, [entry.Key], entry.Value);
    }

    private void RemoveFromBrackets(IReadOnlyList<string> path, TomlArray list, int index)
    {
        if (list.Items.Count == 1)
            editor.Remove(path);
        else
            editor.Set(path, new TomlArray(list.Items.Where((_, at) => at != index)));
    }

    /// <summary>Removes an element with the sections of its own tables.</summary>
    private void RemoveSections(IReadOnlyList<string> path, int first)
    {
        do
        {
            editor.RemoveSection(first);
        }
        while (first < sections.Count && sections[first].Path.Count > path.Count && TomlPaths.StartsWith(sections[first].Path, path));
    }

    /// <summary>The section in which an element starts, or -1.</summary>
    private int FirstSection(IReadOnlyList<string> path, int index)
    {
        var seen = 0;
        return sections.FindIndex(section => section.IsArrayElement && TomlPaths.AreEqual(section.Path, path) && seen++ == index);
    }
}
