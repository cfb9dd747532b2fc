using System.Text;

namespace Codex.Execution.Policy;

/// <summary>
/// Splits a shell script that is nothing but words, joined by <c>&amp;&amp;</c>, <c>||</c>, <c>;</c>, <c>|</c> and line ends. Anything
/// a shell would expand, redirect, group or branch on makes the script not plain: then nobody may reason about its words.
/// </summary>
public sealed class PlainCommands
{
    private readonly string _script;
    private readonly List<IReadOnlyList<string>> _commands = [];
    private List<string> _words = [];
    private int _position;
    private bool _operandIsMissing;

    private PlainCommands(string script) => _script = script;

    /// <summary>The commands in order, or null when the script is not plain.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Parse(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var parser = new PlainCommands(script);
        return parser.TryParse() ? parser._commands : null;
    }

    private bool TryParse()
    {
        while (_position < _script.Length)
        {
            var character = _script[_position];
            if (character is ' ' or '\t')
            {
                _position++;
            }
            else if (character is '\n' or ';' or '|' or '&')
            {
                if (!TryEndCommand(character))
                {
                    return false;
                }
            }
            else if (!TryReadWord())
            {
                return false;
            }
        }

        Flush();
        return !_operandIsMissing;
    }

    private bool TryEndCommand(char character)
    {
        var isDouble = _position + 1 < _script.Length && _script[_position + 1] == character;
        if ((character == '&' && !isDouble) || (character == ';' && isDouble) || (_words.Count == 0 && character != '\n'))
        {
            return false;
        }

        var ends = _words.Count > 0;
        _position += isDouble && character != '\n' ? 2 : 1;
        Flush();

        // A line end after "&&" continues the command, after anything else it ends one.
        _operandIsMissing = character is '|' or '&' || (_operandIsMissing && !ends);
        return true;
    }

    private void Flush()
    {
        if (_words.Count > 0)
        {
            _commands.Add(_words);
            _words = [];
            _operandIsMissing = false;
        }
    }

    private bool TryReadWord()
    {
        var word = new StringBuilder();
        var isBare = true;
        for (; _position < _script.Length && _script[_position] is not (' ' or '\t' or '\n' or ';' or '|' or '&'); _position++)
        {
            var character = _script[_position];
            var isRead = character is '"' or '\'' ? TryReadQuoted(word, character) : TryReadBare(word, character);
            isBare &= character is not ('"' or '\'');
            if (!isRead)
            {
                return false;
            }
        }

        var text = word.ToString();
        if (_words.Count == 0 && (!isBare || IsSyntax(text)))
        {
            return false;
        }

        _words.Add(text);
        return true;
    }

    private bool TryReadBare(StringBuilder word, char character)
    {
        if (character is '$' or '`' or '(' or ')' or '{' or '}' or '<' or '>' || (character == '#' && word.Length == 0))
        {
            return false;
        }

        word.Append(character);
        if (character == '\\' && _position + 1 < _script.Length)
        {
            word.Append(_script[++_position]);
        }

        return true;
    }

    private bool TryReadQuoted(StringBuilder word, char quote)
    {
        for (_position++; _position < _script.Length && _script[_position] != quote; _position++)
        {
            var character = _script[_position];
            if (quote == '"' && (character is '$' or '`'))
            {
                return false;
            }

            word.Append(character);
            if (quote == '"' && character == '\\' && _position + 1 < _script.Length)
            {
                word.Append(_script[++_position]);
            }
        }

        return _position < _script.Length;
    }

    /// <summary>Whether a first word is an assignment or starts a construct of the shell.</summary>
    private static bool IsSyntax(string word) => word is
        "if" or "then" or "else" or "elif" or "fi" or "for" or "while" or "until" or "do" or "done" or "case" or "esac" or "function"
            or "select" or "time" or "coproc" or "!" or "[" or "[["
        || word.Contains('=', StringComparison.Ordinal);
}
