using System.Text;

namespace Codex.Execution.Policy.PowerShell;

/// <summary>
/// The commands of a PowerShell script that is nothing but constant words joined by <c>;</c>, <c>|</c> and line ends. The original asks
/// PowerShell itself; what this reader does not know for sure, it refuses.
/// </summary>
internal sealed class PlainPowerShell
{
    private readonly string script;
    private readonly List<IReadOnlyList<string>> commands = [];
    private List<string> words = [];
    private int position;

    private PlainPowerShell(string script) => this.script = script;

    /// <summary>The commands in order, at least one; null when the script is not plain.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Parse(string script)
    {
        var reader = new PlainPowerShell(script);
        return reader.TryRead() && reader.commands.Count > 0 ? reader.commands : null;
    }

    private bool TryRead()
    {
        var needsCommand = false;
        while (position < script.Length)
        {
            switch (script[position])
            {
                case ' ' or '\t' or '\r':
                    position++;
                    break;
                case '\n' or ';' when !needsCommand:
                    position++;
                    Flush();
                    break;
                case '|' when words.Count > 0 && !script.AsSpan(position).StartsWith("||"):
                    position++;
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
        if (words.Count > 0)
        {
            commands.Add(words);
            words = [];
        }
    }

    private bool TryReadWord()
    {
        var word = new StringBuilder();
        var isRead = script[position] switch
        {
            '\'' => TryReadQuoted(word, '\''),
            '"' => TryReadQuoted(word, '"'),
            _ => TryReadBare(word),
        };
        words.Add(word.ToString());
        return isRead && (position == script.Length || script[position] is ' ' or '\t' or '\r' or '\n' or ';' or '|');
    }

    private bool TryReadQuoted(StringBuilder word, char quote)
    {
        // A string that starts a command is an expression and runs nothing.
        if (words.Count is 0)
        {
            return false;
        }

        for (position++; position < script.Length; position++)
        {
            if (script[position] == quote)
            {
                if (position + 1 == script.Length || script[position + 1] != quote)
                {
                    position++;
                    return true;
                }

                position++;
            }
            else if (quote is '"' && script[position] is '$' or '`')
            {
                return false;
            }

            word.Append(script[position]);
        }

        return false;
    }

    private bool TryReadBare(StringBuilder word)
    {
        var start = position;
        while (position < script.Length && IsPlain(script[position]))
        {
            position++;
        }

        word.Append(script, start, position - start);
        return word.Length > 0 && !word.ToString().StartsWith("--%", StringComparison.Ordinal) && !(words.Count is 0 && IsExpression(word[0]));
    }

    private static bool IsExpression(char first) => char.IsAsciiDigit(first) || first is '-' or '+' or '!';

    private static bool IsPlain(char character) =>
        char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '/' or '\\' or ':' or '=' or '*' or '?' or '+' or '~' or '^' or '%' or '!';
}
