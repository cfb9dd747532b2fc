using System.Text;

namespace Codex.Configuration.Environment;

/// <summary>Reads the assignment of a line.</summary>
/// <param name="line">The line, which may have line breaks within quotes.</param>
/// <param name="lookup">What a name stands for.</param>
internal sealed class DotEnvReader(string line, Func<string, string> lookup)
{
    private const string Export = "export";

    private readonly StringBuilder _value = new();
    private int _at;

    private char Current => _at < line.Length ? line[_at] : '\0';

    private bool IsAtEnd => _at >= line.Length;

    /// <summary>False for a line that is no assignment.</summary>
    public bool TryReadAssignment(out string name, out string value)
    {
        value = "";
        if (!TryReadName(out name) || (!TrySkipEqualsSign() && !(name == Export && TryReadName(out name) && TrySkipEqualsSign())))
            return false;
        SkipWhiteSpace();
        if (Current != '#' && !TryReadValue())
            return false;
        value = _value.ToString();
        return true;
    }

    private bool TryReadName(out string name)
    {
        SkipWhiteSpace();
        var start = _at;
        if (char.IsAsciiLetter(Current) || Current == '_')
        {
            while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '.')
                _at++;
        }

        name = line[start.._at];
        return name.Length > 0;
    }

    private bool TrySkipEqualsSign()
    {
        SkipWhiteSpace();
        if (Current != '=')
            return false;
        _at++;
        return true;
    }

    private void SkipWhiteSpace()
    {
        while (char.IsWhiteSpace(Current))
            _at++;
    }

    private bool TryReadValue()
    {
        while (!IsAtEnd)
        {
            var isWellFormed = Current switch
            {
                '\'' => TryReadSingleQuoted(),
                '"' => TryReadDoubleQuoted(),
                ' ' or '\t' => TrySkipToEnd(),
                _ => TryReadCharacter(),
            };
            if (!isWellFormed)
                return false;
        }

        return true;
    }

    // Behind a blank there is nothing but a comment.
    private bool TrySkipToEnd()
    {
        while (Current is ' ' or '\t')
            _at++;
        if (Current == '#')
            _at = line.Length;
        return IsAtEnd;
    }

    // A character, an escape or a reference to another variable.
    private bool TryReadCharacter()
    {
        var character = line[_at++];
        switch (character)
        {
            case '\\':
                return TryReadEscape();
            case '$':
                return TryReadReference();
            default:
                _value.Append(character);
                return true;
        }
    }

    private bool TryReadEscape()
    {
        if (IsAtEnd)
            return true;
        var character = line[_at++];
        _value.Append(character == 'n' ? '\n' : character);
        return character is '\\' or '\'' or '"' or '$' or ' ' or 'n';
    }

    private bool TryReadSingleQuoted()
    {
        var end = line.IndexOf('\'', _at + 1);
        if (end < 0)
            return false;
        _value.Append(line, _at + 1, end - _at - 1);
        _at = end + 1;
        return true;
    }

    private bool TryReadDoubleQuoted()
    {
        _at++;
        while (!IsAtEnd && Current != '"')
        {
            if (!TryReadCharacter())
                return false;
        }

        return _at++ < line.Length;
    }

    private bool TryReadReference()
    {
        if (Current == '{')
            return TryReadBracedReference();
        var start = _at;
        while (char.IsLetterOrDigit(Current))
            _at++;
        _value.Append(lookup(line[start.._at]));
        // 0.136.0: a blank behind such a name belongs to the value.
        if (Current is ' ' or '\t')
            _value.Append(line[_at++]);
        return true;
    }

    private bool TryReadBracedReference()
    {
        var end = line.IndexOf('}', _at);
        if (end < 0)
            return false;
        _value.Append(lookup(line[(_at + 1)..end]));
        _at = end + 1;
        return true;
    }
}
