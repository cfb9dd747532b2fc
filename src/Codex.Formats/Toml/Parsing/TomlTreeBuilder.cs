namespace Codex.Formats.Toml.Parsing;

/// <summary>Puts parsed headers and assignments into tables and keeps TOML's rules about what may be extended.</summary>
internal sealed class TomlTreeBuilder(TomlErrorSink errors)
{
    private const string DuplicateKey = "duplicate key";

    private TomlTable _current = new();
    private bool _opened;

    public TomlTable Root { get; } = new();

    private TomlTable Current => _opened ? _current : Root;

    public void OpenTable(IReadOnlyList<TomlKeyPart> path, TomlSpan header)
    {
        _opened = true;
        var last = path[^1];
        if (WalkHeader(path) is not { } parent)
            _current = new TomlTable();
        else if (parent.FindEntry(last.Text) is not { } entry)
            parent.Append(last.Text, _current = new TomlTable { Span = header }, last.Span);
        else if (entry.Value is TomlTable { Origin: TomlTableOrigin.Implicit } table)
            Reopen(table, header);
        else
            Reject(DuplicateKey, last);
    }

    public void OpenArrayElement(IReadOnlyList<TomlKeyPart> path, TomlSpan header)
    {
        _opened = true;
        var last = path[^1];
        if (WalkHeader(path) is not { } parent)
        {
            _current = new TomlTable();
            return;
        }

        var array = parent.FindEntry(last.Text)?.Value;
        if (array is null)
            parent.Append(last.Text, array = new TomlArray { IsArrayOfTables = true, Span = header }, last.Span);
        if (array is TomlArray { IsArrayOfTables: true } elements)
            elements.Add(_current = new TomlTable { Span = header });
        else
            Reject(DuplicateKey, last);
    }

    public void Assign(IReadOnlyList<TomlKeyPart> path, TomlValue value) => Assign(Current, path, value);

    public void Assign(TomlTable table, IReadOnlyList<TomlKeyPart> path, TomlValue value)
    {
        for (var i = 0; i < path.Count - 1; i++)
        {
            if (StepInto(table, path[i]) is not { } next)
                return;
            table = next;
        }

        var last = path[^1];
        if (table.IndexOf(last.Text) >= 0)
            errors.Report(DuplicateKey, last.Span);
        else
            table.Append(last.Text, value, last.Span);
    }

    private void Reopen(TomlTable table, TomlSpan header)
    {
        table.Origin = TomlTableOrigin.Explicit;
        table.Span = header;
        _current = table;
    }

    private void Reject(string message, TomlKeyPart part)
    {
        errors.Report(message, part.Span);
        _current = new TomlTable();
    }

    private TomlTable? WalkHeader(IReadOnlyList<TomlKeyPart> path)
    {
        var table = Root;
        for (var i = 0; i < path.Count - 1; i++)
        {
            var part = path[i];
            switch (table.FindEntry(part.Text)?.Value)
            {
                case null:
                    var made = new TomlTable { Origin = TomlTableOrigin.Implicit, Span = part.Span };
                    table.Append(part.Text, made, part.Span);
                    table = made;
                    break;
                case TomlTable { Origin: not TomlTableOrigin.Inline } existing:
                    table = existing;
                    break;
                case TomlArray { IsArrayOfTables: true } array:
                    table = (TomlTable)array.Items[^1];
                    break;
                case { } other:
                    ReportExtension(other, part);
                    return null;
            }
        }

        return table;
    }

    private TomlTable? StepInto(TomlTable table, TomlKeyPart part)
    {
        switch (table.FindEntry(part.Text)?.Value)
        {
            case null:
                var made = new TomlTable { Origin = TomlTableOrigin.Dotted, Span = part.Span };
                table.Append(part.Text, made, part.Span);
                return made;
            case TomlTable { Origin: TomlTableOrigin.Dotted } dotted:
                return dotted;
            case TomlTable { Origin: not TomlTableOrigin.Inline }:
                errors.Report(DuplicateKey, part.Span);
                return null;
            case { } other:
                ReportExtension(other, part);
                return null;
        }
    }

    private void ReportExtension(TomlValue value, TomlKeyPart part)
    {
        var type = value is TomlTable ? "inline table" : value.TypeName;
        errors.Report($"cannot extend value of type {type} with a dotted key", part.Span);
    }
}
