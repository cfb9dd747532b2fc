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
            switch (Current)
            {
                case '\'':
                    if (!ReadSingleQuoted(result))
                        return false;
                    break;
                case '"':
                    if (!ReadDoubleQuoted(result))
                        return false;
                    break;
                case ' ' or '\t':
                    SkipBlanks();
                    if (Current == '#')
                        SkipLine();
                    else if (_at < text.Length && Current is not ('\n' or '\r'))
                        return false;
                    break;
                case '\\':
                    _at++;
                    result.Append(Unescape(Current));
                    _at++;
                    break;
                case '$':
                    result.Append(ReadReference());
                    break;
                default:
                    result.Append(text[_at++]);
                    break;
            }
        }

        value = result.ToString();
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
        for (_at++; _at < text.Length;)
        {
            switch (Current)
            {
                case '"':
                    _at++;
                    return true;
                case '\\':
                    _at++;
                    result.Append(Unescape(Current));
                    _at++;
                    break;
                case '$':
                    result.Append(ReadReference());
                    break;
                default:
                    result.Append(text[_at++]);
                    break;
            }
        }

        return false;
    }

    private static char Unescape(char c) => c == 'n' ? '\n' : c;

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
