using System.Text;

namespace Codex.Formats.Text.Templates;

/// <summary>Reads a template from left to right into its parts.</summary>
internal sealed class TemplateParser(string source)
{
    private readonly List<TemplatePart> _parts = [];
    private readonly StringBuilder _literal = new();
    private int _position;

    /// <summary>All parts in order.</summary>
    public IReadOnlyList<TemplatePart> Parse()
    {
        while (_position < source.Length)
            ParseNext();
        EndLiteral();
        return _parts;
    }

    private void ParseNext()
    {
        if (At("{{{{") || At("}}}}"))
            TakeEscape();
        else if (At("{{"))
            TakePlaceholder();
        else if (At("}}"))
            throw new TemplateException($"`}}}}` at {_position} closes nothing");
        else
            _literal.Append(source[_position++]);
    }

    private void TakeEscape()
    {
        _literal.Append(source, _position, 2);
        _position += 4;
    }

    private void TakePlaceholder()
    {
        var start = _position;
        var end = source.IndexOf("}}", start + 2, StringComparison.Ordinal);
        if (end < 0)
            throw new TemplateException($"the placeholder at {start} is not closed");
        var inner = source.AsSpan(start + 2, end - start - 2);
        if (inner.Contains("{{", StringComparison.Ordinal))
            throw new TemplateException($"the placeholder at {start} holds another");
        if (inner.Trim().IsEmpty)
            throw new TemplateException($"the placeholder at {start} has no name");
        EndLiteral();
        _parts.Add(new TemplatePart(inner.Trim().ToString(), IsPlaceholder: true));
        _position = end + 2;
    }

    private void EndLiteral()
    {
        if (_literal.Length == 0)
            return;
        _parts.Add(new TemplatePart(_literal.ToString(), IsPlaceholder: false));
        _literal.Clear();
    }

    private bool At(string token) => source.AsSpan(_position).StartsWith(token, StringComparison.Ordinal);
}
