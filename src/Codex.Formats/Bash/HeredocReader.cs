using System.Buffers;

namespace Codex.Formats.Bash;

/// <summary>Reads the two forms of <see cref="HeredocCommand"/>, and nothing more of the language.</summary>
internal ref struct HeredocReader(string script)
{
    // What ends or changes a plain word; a script with one of them elsewhere is some other command.
    private static readonly SearchValues<char> s_special = SearchValues.Create("'\"<>{}[]()`$|&;\\# \t\r\n");

    private ReadOnlySpan<char> _rest = script;

    internal HeredocCommand? Read()
    {
        SkipLines();
        string? directory = null;
        if (TakeWord() is not { } program)
            return null;
        if (program == "cd")
        {
            if (!SkipSpace() || (directory = TakeArgument()) is null || !TakeAnd() || TakeWord() is not { } behind)
                return null;
            program = behind;
        }

        return TakeBody() is { } body && _rest.IsWhiteSpace() ? new HeredocCommand(directory, program, body) : null;
    }

    private string? TakeWord()
    {
        var end = _rest.IndexOfAny(s_special);
        var word = end < 0 ? _rest : _rest[..end];
        _rest = _rest[word.Length..];
        return word.IsEmpty ? null : word.ToString();
    }

    /// <summary>A plain word or a string in quotes in which nothing is expanded, with a space or an operator behind it.</summary>
    private string? TakeArgument()
    {
        var argument = _rest switch
        {
            ['\'', ..] => TakeQuoted('\'', ""),
            ['"', ..] => TakeQuoted('"', "$`\\"),
            ['-', ..] => null,
            _ => TakeWord(),
        };
        return _rest is [' ' or '\t' or '&', ..] ? argument : null;
    }

    private string? TakeQuoted(char quote, string forbidden)
    {
        var length = _rest[1..].IndexOf(quote);
        if (length < 0 || _rest.Slice(1, length).IndexOfAny(forbidden) >= 0)
            return null;
        var text = _rest.Slice(1, length).ToString();
        _rest = _rest[(length + 2)..];
        return text;
    }

    private bool TakeAnd()
    {
        SkipSpace();
        if (!_rest.StartsWith("&&"))
            return false;
        _rest = _rest[2..];
        SkipLines();
        return true;
    }

    private string? TakeBody()
    {
        SkipSpace();
        if (!_rest.StartsWith("<<") || _rest.StartsWith("<<<"))
            return null;
        _rest = _rest[2..];
        var stripsTabs = _rest.StartsWith('-');
        if (stripsTabs)
            _rest = _rest[1..];
        SkipSpace();
        var delimiter = _rest is ['\'' or '"', ..] ? TakeQuoted(_rest[0], "$`\\") : TakeWord();
        SkipSpace();
        if (string.IsNullOrEmpty(delimiter) || !_rest.StartsWith('\n'))
            return null;
        _rest = _rest[1..];
        return TakeLinesUntil(delimiter, stripsTabs);
    }

    private string? TakeLinesUntil(string delimiter, bool stripsTabs)
    {
        for (var start = 0; start < _rest.Length;)
        {
            var feed = _rest[start..].IndexOf('\n');
            var end = feed < 0 ? _rest.Length : start + feed;
            var line = _rest[start..end];
            if ((stripsTabs ? line.TrimStart('\t') : line).SequenceEqual(delimiter))
            {
                var body = _rest[..start].TrimEnd('\n').ToString();
                _rest = _rest[end..];
                return body;
            }

            start = end + 1;
        }

        return null;
    }

    private bool SkipSpace()
    {
        var length = _rest.Length;
        _rest = _rest.TrimStart(" \t");
        return _rest.Length < length;
    }

    private void SkipLines() => _rest = _rest.TrimStart();
}
