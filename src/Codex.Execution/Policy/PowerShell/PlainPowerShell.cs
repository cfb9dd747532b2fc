using System.Text;

namespace Codex.Execution.Policy.PowerShell;

/// <summary>
/// The commands of a PowerShell script that is nothing but constant words joined by <c>;</c>, <c>|</c> and line ends. The original asks
/// PowerShell itself; what this reader does not know for sure, it refuses.
/// </summary>
internal sealed class PlainPowerShell
{
    private readonly string _script;
    private readonly List<IReadOnlyList<string>> _commands = [];
    private List<string> _words = [];
    private int _position;

    private PlainPowerShell(string script) => _script = script;

    /// <summary>The commands in order, at least one; null when the script is not plain.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Parse(string script)
    {
        var reader = new PlainPowerShell(script);
        return reader.TryRead() && reader._commands.Count > 0 ? reader._commands : null;
    }

    private bool TryRead()
    {
        var needsCommand = false;
        while (_position < _script.Length)
        {
            switch (_script[_position])
            {
                case ' ' or '\t' or '\r':
                    _position++;
                    break;
                case '\n' or ';' when !needsCommand:
                    _position++;
                    Flush();
                    break;
                case '|' when _words.Count > 0 && !_script.AsSpan(_position).StartsWith("||"):
                    _position++;
                    Flush();
                    needsCommand = true;
                    break;
                default:
                    if (!TryReadWord())
                    {
                        return false;
                    }

                    needsCommand = false;
                    break;
            }
        }

        Flush();
        return !needsCommand;
    }

    private void Flush()
    {
        if (_words.Count > 0)
        {
            _commands.Add(_words);
            _words = [];
        }
    }

    private bool TryReadWord()
    {
        var word = new StringBuilder();
        var isRead = _script[_position] switch
        {
            '\'' => TryReadQuoted(word, '\''),
            '"' => TryReadQuoted(word, '"'),
            _ => TryReadBare(word),
        };
        _words.Add(word.ToString());
        return isRead && (_position == _script.Length || _script[_position] is ' ' or '\t' or '\r' or '\n' or ';' or '|');
    }

    private bool TryReadQuoted(StringBuilder word, char quote)
    {
        // A string that starts a command is an expression and runs nothing.
        if (_words.Count is 0)
        {
            return false;
        }

        for (_position++; _position < _script.Length; _position++)
        {
            if (_script[_position] == quote)
            {
                if (_position + 1 == _script.Length || _script[_position + 1] != quote)
                {
                    _position++;
                    return true;
                }

                _position++;
            }
            else if (quote is '"' && _script[_position] is '$' or '`')
            {
                return false;
            }

            word.Append(_script[_position]);
        }

        return false;
    }

    private bool TryReadBare(StringBuilder word)
    {
        var start = _position;
        while (_position < _script.Length && IsPlain(_script[_position]))
        {
            _position++;
        }

        word.Append(_script, start, _position - start);
        return word.Length > 0 && !word.ToString().StartsWith("--%", StringComparison.Ordinal) && !(_words.Count is 0 && IsExpression(word[0]));
    }

    private static bool IsExpression(char first) => char.IsAsciiDigit(first) || first is '-' or '+' or '!';

    private static bool IsPlain(char character) =>
        char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '/' or '\\' or ':' or '=' or '*' or '?' or '+' or '~' or '^' or '%' or '!';
}
