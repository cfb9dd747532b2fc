using Codex.Formats.Bash;
using Codex.Protocol.Turns;

namespace Codex.Execution.Policy.Summaries;

/// <summary>Finds the one file that a command prints.</summary>
internal static class FileReads
{
    /// <summary>The summary of a command that reads the file; unknown when there is none.</summary>
    public static ParsedCommand Of(IReadOnlyList<string> words, string? path)
    {
        var command = ShellQuoting.Join(words);
        return path is null ? new ParsedCommand.Unknown(command) : new ParsedCommand.Read(command, Directories.Shorten(path), path);
    }

    /// <summary>The only operand; null when there are none or several.</summary>
    public static string? OnlyOperand(IReadOnlyList<string> words, params ReadOnlySpan<string> flagsWithValue) =>
        WordLists.Positional([.. words.Skip(1)], flagsWithValue) is [var only] ? only : null;

    /// <summary>The file of <c>head</c> and <c>tail</c>, alone or behind a number of lines.</summary>
    public static string? EndsFile(IReadOnlyList<string> words, bool allowsPlus)
    {
        if (words is [_, "-n", var count, ..] && IsCount(count, allowsPlus) && FirstOperand(words, 3) is { } behindCount)
        {
            return behindCount;
        }

        if (words is [_, ['-', 'n', .. var inline], ..] && words[1] != "-n" && IsCount(inline, allowsPlus) && FirstOperand(words, 2) is { } behindFlag)
        {
            return behindFlag;
        }

        return words is [_, var path] && !path.StartsWith('-') ? path : null;
    }

    /// <summary>The data file of <c>awk</c>.</summary>
    public static string? AwkFile(IReadOnlyList<string> words)
    {
        var arguments = WordLists.Arguments(words);
        var operands = WordLists.Operands(arguments, ["-F", "-v", "-f", "--field-separator", "--assign", "--file"]);
        var script = arguments.Contains("-f") || arguments.Contains("--file") ? 0 : 1;
        return operands.Count > script ? operands[script] : null;
    }

    /// <summary>The file of <c>sed -n</c> with a script that prints lines by number.</summary>
    public static string? SedFile(IReadOnlyList<string> words)
    {
        var arguments = WordLists.Arguments(words);
        if (!arguments.Contains("-n") || !PrintsRange(arguments))
        {
            return null;
        }

        var operands = WordLists.Operands(arguments, ["-e", "-f", "--expression", "--file"]);
        return operands switch
        {
            [] => null,
            [var script, .. var files] when LineRanges.IsPrintScript(script) => files.Count > 0 ? files[0] : null,
            _ => operands[0],
        };
    }

    /// <summary>The file of <c>nl</c>.</summary>
    public static string? NumberedFile(IReadOnlyList<string> words) =>
        WordLists.Operands([.. words.Skip(1)], ["-s", "-w", "-v", "-i", "-b"]) is [var first, ..] ? first : null;

    private static bool PrintsRange(List<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var isExpression = arguments[index] is "-e" or "--expression";
            if (isExpression && index + 1 < arguments.Count && LineRanges.IsPrintScript(arguments[index + 1]))
            {
                return true;
            }

            index += isExpression || arguments[index] is "-f" or "--file" ? 1 : 0;
        }

        return arguments.Any(static argument => !argument.StartsWith('-') && LineRanges.IsPrintScript(argument));
    }

    private static bool IsCount(ReadOnlySpan<char> text, bool allowsPlus)
    {
        if (!allowsPlus)
        {
            return LineRanges.IsNumber(text);
        }

        var digits = text.StartsWith('+') ? text[1..] : text;
        return digits.Length > 0 && LineRanges.IsNumber(digits);
    }

    private static string? FirstOperand(IReadOnlyList<string> words, int start) => words.Skip(start).FirstOrDefault(static word => !word.StartsWith('-'));
}
