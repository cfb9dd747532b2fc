using System.Text;

namespace Codex.Configuration.Environment;

/// <summary>Reads one assignment after the other.</summary>
internal sealed class DotEnvReader(string text, Func<string, string> lookup)
{
    private int _at;

    private char Current => _at < text.Length ? text[_at] : '\0';

    /// <summary>False at the end and at a line that is no assignment.</summary>
    public bool TryReadAssignment(out string name, out string value)
    {
        name = value = "";
        SkipEmptyLines();
        if (_at >= text.Length)
            return false;
        if (text.AsSpan(_at).StartsWith("export ", StringComparison.Ordinal))
        {
            _at += "export ".Length;
            SkipBlanks();
        }

        name = ReadName();
        SkipBlanks();
        if (name.Length == 0 || Current != '=')
            return false;
        _at++;
        SkipBlanks();
        return TryReadValue(out value);
    }

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t')
            _at++;
    }

    private void SkipEmptyLines()
    {
        while (_at < text.Length && (char.IsWhiteSpace(Current) || Current == '#'))
        {
            if (Current == '#')
                SkipLine();
            else
                _at++;
        }
    }

    private void SkipLine()
    {
        while (_at < text.Length && Current != '\n')
            _at++;
    }

    private string ReadName()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '.')
            _at++;
        return start < text.Length && char.IsAsciiDigit(text[start]) ? "" : text[start.._at];
    }

    private bool TryReadValue(out string value)
    {
        var result = new StringBuilder();
        value = "";
        while (_at < text.Length && Current is not ('\n' or '\r'))
        {
            var isWellFormed = Current switch
            {
                '\'' => ReadSingleQuoted(result),
                '"' => ReadDoubleQuoted(result),
                ' ' or '\t' => SkipToEnd(),
                _ => ReadCharacter(result),
            };
            if (!isWellFormed)
                return false;
        }

        value = result.ToString();
        return true;
    }

    /// <summary>Behind a blank there is nothing but a comment.</summary>
    private bool SkipToEnd()
    {
        SkipBlanks();
        if (Current == '#')
            SkipLine();
        return _at >= text.Length || Current is '\n' or '\r';
    }

    /// <summary>A character, an escape or a reference to another variable.</summary>
    private bool ReadCharacter(StringBuilder result)
    {
        switch (Current)
        {
            case '\\':
                _at++;
                result.Append(Current == 'n' ? '\n' : Current);
                _at++;
                break;
            case '$':
                result.Append(ReadReference());
                break;
            default:
                result.Append(text[_at++]);
                break;
        }

        return true;
    }

    private bool ReadSingleQuoted(StringBuilder result)
    {
        var end = text.IndexOf('\'', _at + 1);
        if (end < 0)
            return false;
        result.Append(text, _at + 1, end - _at - 1);
        _at = end + 1;
        return true;
    }

    private bool ReadDoubleQuoted(StringBuilder result)
    {
        _at++;
        while (_at < text.Length && Current != '"')
            ReadCharacter(result);
        return _at++ < text.Length;
    }

    private string ReadReference()
    {
        _at++;
        if (Current != '{')
            return ReadName() is { Length: > 0 } name ? lookup(name) : "$";
        var end = text.IndexOf('}', _at);
        if (end < 0)
            return "$";
        var braced = text[(_at + 1)..end];
        _at = end + 1;
        return lookup(braced);
    }
}
