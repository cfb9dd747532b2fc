namespace Codex.Configuration.Environment;

/// <summary>Follows the quotes of a dotenv file from character to character, to tell where a value ends.</summary>
internal struct DotEnvQuotes
{
    private char _quote;
    private bool _isEscaped;
    private bool _isBehindBlank;

    /// <summary>Whether the text goes on in the next line.</summary>
    public readonly bool IsOpen => _quote != '\0' || _isEscaped;

    /// <summary>Reads a line.</summary>
    /// <returns>Where a comment begins; else the length of the line.</returns>
    public int Follow(string line)
    {
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] == '#' && _isBehindBlank)
                return index;
            Follow(line[index]);
        }

        return line.Length;
    }

    private void Follow(char character)
    {
        _isBehindBlank = false;
        if (_isEscaped)
            _isEscaped = false;
        else if (character == '\\')
            _isEscaped = true;
        else if (_quote != '\0')
            _quote = character == _quote ? '\0' : _quote;
        else if (character is '\'' or '"')
            _quote = character;
        else
            _isBehindBlank = char.IsWhiteSpace(character);
    }
}
