namespace Codex.Formats.Starlark;

/// <summary>A source text and the name that errors call it by.</summary>
/// <param name="Name">The name, mostly a path.</param>
/// <param name="Text">The text.</param>
public sealed record StarlarkSource(string Name, string Text)
{
    /// <summary>Line and column of an offset; both count from one.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        var before = Text.AsSpan(0, Math.Min(offset, Text.Length));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    /// <summary>A line without its end.</summary>
    /// <param name="line">Its number, from one.</param>
    public string Line(int line)
    {
        var rest = Text.AsSpan();
        for (; line > 1 && rest.IndexOf('\n') is var feed and >= 0; line--)
            rest = rest[(feed + 1)..];
        var end = rest.IndexOf('\n');
        return (end < 0 ? rest : rest[..end]).TrimEnd('\r').ToString();
    }
}
