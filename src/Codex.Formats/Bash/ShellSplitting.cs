using System.Text;

namespace Codex.Formats.Bash;

/// <summary>Splits a line as a POSIX shell does that expands nothing and knows no operators; undoes <see cref="ShellQuoting"/>.</summary>
public static class ShellSplitting
{
    /// <summary>The words, without quotes and comments; null when a quote or an escape has no end.</summary>
    /// <param name="line">The line.</param>
    public static IReadOnlyList<string>? Split(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        List<string> words = [];
        var word = new StringBuilder();
        for (var position = SkipBlanks(line, 0); position < line.Length; position = SkipBlanks(line, position))
        {
            word.Clear();
            if ((position = ReadWord(line, position, word)) < 0)
                return null;
            words.Add(word.ToString());
        }

        return words;
    }

    private static int SkipBlanks(string line, int position)
    {
        while (position < line.Length)
        {
            if (IsBlank(line[position]))
                position++;
            else if (line[position] is '#')
                position = EndOfLine(line, position);
            else
                break;
        }

        return position;
    }

    private static int EndOfLine(string line, int position)
    {
        var end = line.IndexOf('\n', position);
        return end < 0 ? line.Length : end;
    }

    private static int ReadWord(string line, int position, StringBuilder word)
    {
        while (position >= 0 && position < line.Length && !IsBlank(line[position]))
        {
            position = line[position] switch
            {
                '\'' => ReadSingleQuoted(line, position + 1, word),
                '"' => ReadDoubleQuoted(line, position + 1, word),
                '\\' => ReadEscaped(line, position + 1, word),
                var character => Append(word, character, position + 1),
            };
        }

        return position;
    }

    private static int ReadSingleQuoted(string line, int start, StringBuilder word)
    {
        var end = line.IndexOf('\'', start);
        if (end < 0)
            return -1;
        word.Append(line, start, end - start);
        return end + 1;
    }

    private static int ReadDoubleQuoted(string line, int position, StringBuilder word)
    {
        for (; position < line.Length && line[position] is not '"'; position++)
        {
            if (line[position] is '\\' && position + 1 < line.Length)
            {
                position++;
                if (line[position] is '\n')
                    continue;
                if (line[position] is not ('$' or '`' or '"' or '\\'))
                    word.Append('\\');
            }

            word.Append(line[position]);
        }

        return position < line.Length ? position + 1 : -1;
    }

    private static int ReadEscaped(string line, int position, StringBuilder word)
    {
        if (position == line.Length)
            return -1;
        return line[position] is '\n' ? position + 1 : Append(word, line[position], position + 1);
    }

    private static int Append(StringBuilder word, char character, int position)
    {
        word.Append(character);
        return position;
    }

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\n';
}
