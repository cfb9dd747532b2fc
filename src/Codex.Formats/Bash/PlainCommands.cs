using System.Collections.Immutable;

namespace Codex.Formats.Bash;

/// <summary>
/// The commands of a script that is nothing but words joined by <c>&amp;&amp;</c>, <c>||</c>, <c>;</c>, <c>|</c> and line ends. Whatever a shell
/// would expand, redirect, group or branch on makes a script not plain: then nobody may reason about its words. Words keep their
/// backslashes, as in the original (<c>shell-command/src/bash.rs</c>), so an escaped word matches nothing by accident.
/// </summary>
public static class PlainCommands
{
    /// <summary>The commands in order, at least one; null when the script is not plain.</summary>
    /// <param name="script">The script.</param>
    public static IReadOnlyList<IReadOnlyList<string>>? Parse(string script) =>
        BashScript.Parse(script) is { HasComments: false, Statements.Length: > 0 } parsed ? Of(parsed) : null;

    private static List<IReadOnlyList<string>>? Of(BashScript script)
    {
        List<IReadOnlyList<string>> commands = [];
        foreach (var statement in script.Statements)
        {
            if (statement.Connector is BashConnector.Background || statement.Pipeline is not { IsNegated: false, PipesErrors: false })
                return null;
            foreach (var command in statement.Pipeline.Commands)
            {
                if (command is not BashCommand.Simple { Assignments.Length: 0, Redirections.Length: 0, Words: var words } || WordsOf(words) is not { } texts)
                    return null;
                commands.Add(texts);
            }
        }

        return commands;
    }

    private static string[]? WordsOf(ImmutableArray<BashWord> words)
    {
        if (!words[0].IsBare || IsSyntax(words[0].Raw))
            return null;
        var texts = new string[words.Length];
        for (var index = 0; index < texts.Length; index++)
        {
            if (words[index].PlainText is not { } text)
                return null;
            texts[index] = text;
        }

        return texts;
    }

    // First words that the original's grammar takes for a construct of its own.
    private static bool IsSyntax(string word) =>
        word is "[" or "declare" or "typeset" or "export" or "readonly" or "local" or "unset" or "unsetenv"
        || !word.AsSpan().ContainsAnyExceptInRange('0', '9');
}
