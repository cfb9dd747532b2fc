using System.Collections.Immutable;
using Codex.Formats.Bash;
using Codex.Protocol.Turns;

namespace Codex.Execution.Policy.Summaries;

/// <summary>
/// Says for display what a command does: reads, lists, searches, or something unknown (<c>shell-command/src/parse_command.rs</c>).
/// Nothing is decided by it; it is lossy on purpose.
/// </summary>
public static class CommandSummary
{
    /// <summary>The summary; one unknown entry for the whole command as soon as any part of it is not understood.</summary>
    /// <param name="command">The program and its arguments.</param>
    public static ImmutableArray<ParsedCommand> Of(IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var script = ShellScripts.ScriptOf(command);
        var parts = script is not null ? OfScript(script)
            : PowerShell.PowerShellInvocation.ScriptOf(command) is { } other ? [new ParsedCommand.Unknown(script = other)]
            : OfWords(command);
        return parts.Any(static part => part is ParsedCommand.Unknown)
            ? [new ParsedCommand.Unknown(script ?? ShellQuoting.Join(command))]
            : WithoutRepetitions(parts);
    }

    private static ImmutableArray<ParsedCommand> WithoutRepetitions(List<ParsedCommand> parts)
    {
        var result = ImmutableArray.CreateBuilder<ParsedCommand>(parts.Count);
        foreach (var part in parts)
        {
            if (result.Count is 0 || result[^1] != part)
            {
                result.Add(part);
            }
        }

        return result.DrainToImmutable();
    }

    private static List<ParsedCommand> OfScript(string script)
    {
        if (PlainCommands.Parse(script) is not { } commands)
        {
            return [new ParsedCommand.Unknown(script)];
        }

        List<IReadOnlyList<string>> telling = [.. commands.Where(static words => !FormattingHelpers.Contains(words))];
        if (telling.Count is 0)
        {
            return [new ParsedCommand.Unknown(script)];
        }

        var parts = Summarize(telling);
        if (parts.Count > 1)
        {
            parts.RemoveAll(static part => part is ParsedCommand.Unknown { Command: "true" });
            DropIntroductions(parts);
        }

        return parts is [var only] ? [Attribute(only, script, commands.Count > 1)] : parts;
    }

    /// <summary>A single command that was written alone is shown as it was written.</summary>
    private static ParsedCommand Attribute(ParsedCommand part, string script, bool hadSeveral)
    {
        var words = ShellSplitting.Split(script) ?? [script];
        if (!hadSeveral && !words.Any(WordLists.IsConnector))
        {
            return part is ParsedCommand.Unknown ? part : part with { Command = ShellQuoting.Join(words) };
        }

        return part is ParsedCommand.Read && words.Contains("|") && PrintsLines(words) ? part with { Command = script } : part;
    }

    private static bool PrintsLines(IReadOnlyList<string> words)
    {
        for (var index = 0; index + 1 < words.Count; index++)
        {
            if (words[index] == "sed" && words[index + 1] == "-n")
            {
                return true;
            }
        }

        return false;
    }

    private static List<ParsedCommand> OfWords(IReadOnlyList<string> command)
    {
        var words = command is ["yes" or "y" or "no" or "n", "|", ..] ? [.. command.Skip(2)] : command;
        var parts = Summarize(WordLists.Split(words));
        DropIntroductions(parts);
        return parts;
    }

    /// <summary>Summarises commands that run one after another: a change of directory shows in the paths behind it.</summary>
    private static List<ParsedCommand> Summarize(IReadOnlyList<IReadOnlyList<string>> commands)
    {
        List<ParsedCommand> parts = [];
        string? directory = null;
        foreach (var words in commands)
        {
            if (words is ["cd", ..])
            {
                directory = Directories.TargetOf(words) is { } target ? Directories.Join(directory, target) : directory;
                continue;
            }

            var part = ProgramSummaries.Of(words);
            parts.Add(part is ParsedCommand.Read read && directory is not null ? read with { Path = Directories.Join(directory, read.Path) } : part);
        }

        return parts;
    }

    /// <summary>Drops what only frames other commands: a leading <c>echo</c>, any <c>cd</c>, <c>true</c>, and <c>nl</c> with nothing but flags.</summary>
    private static void DropIntroductions(List<ParsedCommand> parts)
    {
        while (parts.Count > 1 && IndexOfFrame(parts) is var index and >= 0)
        {
            parts.RemoveAt(index);
        }
    }

    private static int IndexOfFrame(List<ParsedCommand> parts)
    {
        if (WordsOf(parts[0]) is ["echo", ..])
        {
            return 0;
        }

        var directory = parts.FindIndex(0, parts.Count - 1, static part => WordsOf(part) is ["cd", ..]);
        var nothing = parts.FindIndex(static part => part is ParsedCommand.Unknown { Command: "true" });
        var numbering = parts.FindIndex(static part => WordsOf(part) is ["nl", .. var flags] && flags.All(static flag => flag.StartsWith('-')));
        return directory >= 0 ? directory : nothing >= 0 ? nothing : numbering;
    }

    private static string[]? WordsOf(ParsedCommand part) => part is ParsedCommand.Unknown ? ShellSplitting.Split(part.Command)?.ToArray() : null;
}
