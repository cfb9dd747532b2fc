using System.Text;

namespace Codex.Formats.Text.Templates;

/// <summary>Reads a template from left to right into its parts.</summary>
internal sealed class TemplateParser(string source)
{
    private readonly List<TemplatePart> parts = [];
    private readonly StringBuilder literal = new();
    private int position;

    /// <summary>All parts in order.</summary>
    public IReadOnlyList<TemplatePart> Parse()
    {
        while (position < source.Length)
            ParseNext();
        EndLiteral();
        return parts;
    }

    private void ParseNext()
    {
        if (At("{{{{") || At("}}}}"))
            TakeEscape();
        else if (At("{{"))
            TakePlaceholder();
        else if (At("}}"))
            throw new TemplateException($"`}}}}` at {position} closes nothing");
        else
            literal.Append(source[position++]);
    }

    private void TakeEscape()
    {
        literal.Append(source, position, 2);
        position += 4;
    }

    private void TakePlaceholder()
    {
        var start = position;
        var end = source.IndexOf("}}", start + 2, StringComparison.Ordinal);
        if (end < 0)
            throw new TemplateException($"the placeholder at {start} is not closed");
        var inner = source.AsSpan(start + 2, end - start - 2);
        if (inner.Contains("{{", StringComparison.Ordinal))
            throw new TemplateException($"the placeholder at {start} holds another");
        if (inner.Trim().IsEmpty)
            throw new TemplateException($"the placeholder at {start} has no name");
        EndLiteral();
        parts.Add(new TemplatePart(inner.Trim().ToString(), IsPlaceholder: true));
        position = end + 2;
    }

    private void EndLiteral()
    {
        if (literal.Length == 0)
            return;
        parts.Add(new TemplatePart(literal.ToString(), IsPlaceholder: false));
        literal.Clear();
    }

    private bool At(string token) => source.AsSpan(position).StartsWith(token, StringComparison.Ordinal);
}
