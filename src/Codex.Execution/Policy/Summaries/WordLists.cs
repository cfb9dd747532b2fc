namespace Codex.Execution.Policy.Summaries;

/// <summary>Takes argument lists apart.</summary>
internal static class WordLists
{
    public static bool IsConnector(string word) => word is "&&" or "||" or "|" or ";";

    /// <summary>The commands between connectors that are words of their own.</summary>
    public static List<IReadOnlyList<string>> Split(IReadOnlyList<string> words)
    {
        List<IReadOnlyList<string>> commands = [];
        List<string> command = [];
        foreach (var word in words)
        {
            if (!IsConnector(word))
            {
                command.Add(word);
            }
            else if (command.Count > 0)
            {
                commands.Add(command);
                command = [];
            }
        }

        if (command.Count > 0)
        {
            commands.Add(command);
        }

        return commands;
    }

    /// <summary>The arguments behind the program, up to a connector.</summary>
    public static List<string> Arguments(IReadOnlyList<string> words)
    {
        List<string> arguments = [];
        for (var index = 1; index < words.Count && !IsConnector(words[index]); index++)
        {
            arguments.Add(words[index]);
        }

        return arguments;
    }

    /// <summary>
    /// What is left without the values of flags and without <c>--flag=value</c>; other flags stay, except that <c>--</c> makes
    /// everything behind it an operand.
    /// </summary>
    public static List<string> WithoutFlagValues(IReadOnlyList<string> arguments, ReadOnlySpan<string> flagsWithValue)
    {
        List<string> rest = [];
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (argument == "--")
            {
                rest.AddRange(arguments.Skip(index + 1));
                break;
            }

            if (flagsWithValue.Contains(argument))
            {
                index++;
            }
            else if (!IsInlineFlag(argument))
            {
                rest.Add(argument);
            }
        }

        return rest;
    }

    /// <summary>Like <see cref="WithoutFlagValues"/>, and without the words that start with a dash.</summary>
    public static List<string> Operands(IReadOnlyList<string> arguments, ReadOnlySpan<string> flagsWithValue)
    {
        var rest = WithoutFlagValues(arguments, flagsWithValue);
        rest.RemoveAll(static word => word.StartsWith('-'));
        return rest;
    }

    /// <summary>Operands in the strict sense: behind <c>--</c> also words that start with a dash.</summary>
    public static List<string> Positional(IReadOnlyList<string> arguments, ReadOnlySpan<string> flagsWithValue)
    {
        List<string> operands = [];
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (argument == "--")
            {
                operands.AddRange(arguments.Skip(index + 1));
                break;
            }

            if (!IsInlineFlag(argument) && flagsWithValue.Contains(argument))
            {
                index++;
            }
            else if (!argument.StartsWith('-'))
            {
                operands.Add(argument);
            }
        }

        return operands;
    }

    private static bool IsInlineFlag(string argument) => argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains('=', StringComparison.Ordinal);
}
