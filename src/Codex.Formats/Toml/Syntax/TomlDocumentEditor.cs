using System.Text;

namespace Codex.Formats.Toml.Syntax;

/// <summary>Changes the sections and entries of a document.</summary>
internal sealed class TomlDocumentEditor(List<TomlSyntaxSection> sections, string rest, string newLine)
{
    private string _rest = rest;

    public string Render()
    {
        var text = new StringBuilder();
        foreach (var section in sections)
        {
            text.Append(section.Leading).Append(section.Header).Append(section.Trailing);
            foreach (var entry in section.Entries)
                text.Append(entry.Leading).Append(entry.Key).Append(entry.Separator).Append(entry.Value).Append(entry.Trailing);
        }

        return text.Append(_rest).ToString();
    }

    public void Set(IReadOnlyList<string> path, TomlValue value)
    {
        MakeRoom(path, value);
        if (ReplaceInPlace(path, value))
            return;
        Remove(path);
        if (value is TomlTable table)
            AddTable(path, table);
        else
            AddEntry(path, value);
    }

    public bool Remove(IReadOnlyList<string> path)
    {
        var removed = RemoveFromInline(path);
        for (var i = sections.Count - 1; i >= 0; i--)
        {
            var section = sections[i];
            if (i > 0 && TomlPaths.StartsWith(section.Path, path))
            {
                RemoveSection(i);
                removed = true;
                continue;
            }

            if (!section.IsArrayElement)
                removed |= RemoveEntries(section, path);
        }

        return removed;
    }

    public void MakeExplicitTable(IReadOnlyList<string> path)
    {
        if (sections.Exists(section => TomlPaths.AreEqual(section.Path, path) && section.Header.Length > 0))
            return;
        var existing = Lookup(path) as TomlTable;
        if (existing is not null)
            Remove(path);
        if (existing is null && path.Count > 1 && Lookup(path.SkipLast(1).ToArray()) is TomlTable parent && IsInlineValue(path.SkipLast(1).ToArray()))
            SpreadInline([.. path.SkipLast(1)], parent);
        AppendSection(path);
        foreach (var entry in existing?.Entries ?? [])
            Set([.. path, entry.Key], entry.Value);
    }

    private void SpreadInline(IReadOnlyList<string> path, TomlTable table)
    {
        Remove(path);
        foreach (var entry in table.Entries)
            Set([.. path, entry.Key], entry.Value);
    }

    /// <summary>Whether a path is a value of an entry, or lies in one.</summary>
    public bool IsInEntry(IReadOnlyList<string> path) => FindEntry(path) is not null;

    private bool IsInlineValue(IReadOnlyList<string> path) => FindEntry(path) is { } found && TomlPaths.AreEqual(found.Full, path);

    /// <summary>The value of a path, or null.</summary>
    public TomlValue? Lookup(IReadOnlyList<string> path)
    {
        TomlValue? value = TomlParser.Parse(Render());
        foreach (var key in path)
            value = value is TomlTable table && table.TryGetValue(key, out var next) ? next : null;
        return value;
    }

    /// <summary>Removes a value that is no table from the way to a path, and from the place of a table.</summary>
    private void MakeRoom(IReadOnlyList<string> path, TomlValue value)
    {
        if (FindEntry(path) is not var (entry, full) || TomlInlineEditor.IsTable(entry.Value))
            return;
        if (full.Count < path.Count || value is TomlTable)
            Remove(full);
    }

    private void AddTable(IReadOnlyList<string> path, TomlTable table)
    {
        if (table.Count == 0 || table.Entries.Any(static entry => entry.Value is not TomlTable))
            AppendSection(path);
        foreach (var entry in table.Entries.Where(static entry => entry.Value is not TomlTable))
            Set([.. path, entry.Key], entry.Value);
        foreach (var entry in table.Entries.Where(static entry => entry.Value is TomlTable))
            AddTable([.. path, entry.Key], (TomlTable)entry.Value);
    }

    /// <summary>Replaces the value of an existing key, or sets a key inside an existing inline table.</summary>
    private bool ReplaceInPlace(IReadOnlyList<string> path, TomlValue value)
    {
        if (FindEntry(path) is not var (entry, full))
            return false;
        if (full.Count == path.Count)
            entry.Value = TomlText.FormatValue(value);
        else if (TomlInlineEditor.IsTable(entry.Value))
            entry.Value = TomlInlineEditor.Set(entry.Value, [.. path.Skip(full.Count)], value);
        else
            return false;
        return true;
    }

    /// <summary>The entry that holds a path: its own, or the one with an inline table around it.</summary>
    private (TomlSyntaxEntry Entry, IReadOnlyList<string> Full)? FindEntry(IReadOnlyList<string> path)
    {
        foreach (var section in sections)
        {
            if (section.IsArrayElement || !TomlPaths.StartsWith(path, section.Path))
                continue;
            foreach (var entry in section.Entries)
            {
                string[] full = [.. section.Path, .. entry.Path];
                if (TomlPaths.StartsWith(path, full))
                    return (entry, full);
            }
        }

        return null;
    }

    private void AddEntry(IReadOnlyList<string> path, TomlValue value)
    {
        var parent = path.SkipLast(1).ToArray();
        if (FindHome(parent) is not var (section, index))
        {
            section = AppendSection(parent);
            index = 0;
        }

        InsertEntry(section, index, [.. path.Skip(section.Path.Count)], value);
        if (section.Path.Count == 0 && index == 0)
            KeepFileComment(section);
    }

    /// <summary>Puts a key into a section.</summary>
    public void InsertEntry(TomlSyntaxSection section, int index, IReadOnlyList<string> relative, TomlValue value)
    {
        EndLineBefore(section, index);
        section.Entries.Insert(index, new TomlSyntaxEntry
        {
            Leading = "",
            Key = TomlText.FormatPath(relative),
            Path = relative,
            Separator = " = ",
            Value = TomlText.FormatValue(value),
            Trailing = newLine,
        });
    }

    /// <summary>A comment at the top of a file without keys stays at the top.</summary>
    private void KeepFileComment(TomlSyntaxSection root)
    {
        var entry = root.Entries[0];
        if (root.Entries.Count > 1)
            return;
        if (sections.Count == 1)
        {
            entry.Leading = _rest.Length == 0 || _rest.EndsWith('\n') ? _rest : _rest + newLine;
            _rest = "";
        }
        else if (sections[1].Leading.Length == 0)
        {
            sections[1].Leading = newLine;
        }
    }

    /// <summary>The section and place for a new key of a table: behind the last key of the same table.</summary>
    private (TomlSyntaxSection Section, int Index)? FindHome(IReadOnlyList<string> table)
    {
        foreach (var section in sections)
        {
            if (!section.IsArrayElement && TomlPaths.AreEqual(section.Path, table))
                return (section, section.Entries.Count);
        }

        foreach (var section in sections.Where(section => !section.IsArrayElement && TomlPaths.StartsWith(table, section.Path)))
        {
            var last = section.Entries.FindLastIndex(entry =>
                entry.Path.Count > 1 && TomlPaths.StartsWith((string[])[.. section.Path, .. entry.Path.SkipLast(1)], table));
            if (last >= 0)
                return (section, last + 1);
        }

        return null;
    }

    /// <summary>A new section behind its relatives, or at the end.</summary>
    public TomlSyntaxSection AppendSection(IReadOnlyList<string> path, bool isArrayElement = false)
    {
        var index = PlaceForSection(path, isArrayElement ? path.Count : path.Count - 1);
        EndLineBefore(sections[index - 1], sections[index - 1].Entries.Count);
        var isFirst = index == 1 && sections[0].Entries.Count == 0;
        var leading = isFirst ? "" : newLine;
        if (index == sections.Count && _rest.Length > 0)
        {
            leading = (_rest.EndsWith('\n') ? _rest : _rest + newLine) + leading;
            _rest = "";
        }

        var section = new TomlSyntaxSection
        {
            Leading = leading,
            Header = isArrayElement ? "[[" + TomlText.FormatPath(path) + "]]" : "[" + TomlText.FormatPath(path) + "]",
            Trailing = newLine,
            Path = [.. path],
            IsArrayElement = isArrayElement,
        };
        sections.Insert(index, section);
        return section;
    }

    /// <summary>Behind the last section of the nearest existing relative, else at the end.</summary>
    private int PlaceForSection(IReadOnlyList<string> path, int longestAncestor)
    {
        for (var length = longestAncestor; length > 0; length--)
        {
            var ancestor = path.Take(length).ToArray();
            var last = sections.FindLastIndex(section => section.Path.Count > 0 && TomlPaths.StartsWith(section.Path, ancestor));
            if (last >= 0)
                return last + 1;
        }

        return sections.Count;
    }

    private void EndLineBefore(TomlSyntaxSection section, int index)
    {
        if (index > 0)
        {
            var previous = section.Entries[index - 1];
            if (!previous.Trailing.EndsWith('\n'))
                previous.Trailing += newLine;
        }
        else if (section.Header.Length > 0 && !section.Trailing.EndsWith('\n'))
        {
            section.Trailing += newLine;
        }
    }

    private bool RemoveFromInline(IReadOnlyList<string> path)
    {
        if (FindEntry(path) is not var (entry, full) || full.Count >= path.Count || !TomlInlineEditor.IsTable(entry.Value))
            return false;
        return TomlInlineEditor.TryRemove(entry.Value, [.. path.Skip(full.Count)], out var changed) && (entry.Value = changed).Length > 0;
    }

    private bool RemoveEntries(TomlSyntaxSection section, IReadOnlyList<string> path)
    {
        var removed = false;
        for (var i = section.Entries.Count - 1; i >= 0; i--)
        {
            string[] full = [.. section.Path, .. section.Entries[i].Path];
            if (!TomlPaths.StartsWith(full, path))
                continue;
            var kept = TomlTrivia.WithoutAttachedComments(section.Entries[i].Leading);
            section.Entries.RemoveAt(i);
            GiveToNext(section, i, kept);
            removed = true;
        }

        return removed;
    }

    /// <summary>Removes a section with the comments directly above it.</summary>
    public void RemoveSection(int index)
    {
        var kept = TomlTrivia.WithoutAttachedComments(sections[index].Leading);
        sections.RemoveAt(index);
        if (index < sections.Count)
            sections[index].Leading = TomlTrivia.Join(kept, sections[index].Leading);
        else
            _rest = TomlTrivia.Join(kept, _rest).TrimEnd('\r', '\n', ' ', '\t') is { Length: > 0 } text ? text + newLine : "";
    }

    private void GiveToNext(TomlSyntaxSection section, int index, string trivia)
    {
        if (trivia.Length == 0)
            return;
        if (index < section.Entries.Count)
            section.Entries[index].Leading = TomlTrivia.Join(trivia, section.Entries[index].Leading);
        else if (sections.IndexOf(section) is var place && place + 1 < sections.Count)
            sections[place + 1].Leading = TomlTrivia.Join(trivia, sections[place + 1].Leading);
        else
            _rest = trivia + _rest;
    }
}
