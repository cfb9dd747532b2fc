using System.Collections.Immutable;

namespace Codex.Formats.Bash;

/// <summary>Finds every command of a script, wherever it is: in subshells, conditions, functions, substitutions and here-documents.</summary>
public static class ScriptCommands
{
    /// <summary>The words that each command is known to start with; words behind one that a shell expands are left out.</summary>
    /// <param name="script">The script; one that cannot be read has no commands.</param>
    public static IReadOnlyList<IReadOnlyList<string>> FindIn(string script)
    {
        List<IReadOnlyList<string>> commands = [];
        if (BashScript.Parse(script) is { } parsed)
            Visit(parsed, commands);
        return commands;
    }

    private static void Visit(BashScript script, List<IReadOnlyList<string>> commands)
    {
        foreach (var command in script.Statements.SelectMany(static statement => statement.Pipeline.Commands))
        {
            switch (command)
            {
                case BashCommand.Simple simple:
                    if (KnownWords(simple.Words) is { Length: > 0 } words)
                        commands.Add(words);
                    Visit(simple.Assignments, commands);
                    Visit(simple.Words, commands);
                    break;
                case BashCommand.Compound compound:
                    Visit(compound.Words, commands);
                    foreach (var body in compound.Bodies)
                        Visit(body, commands);
                    break;
            }

            foreach (var redirection in command.Redirections)
            {
                Visit(redirection.Target.Parts, commands);
                Visit(redirection.Heredoc?.Parts ?? [], commands);
            }
        }
    }

    private static void Visit(ImmutableArray<BashWord> words, List<IReadOnlyList<string>> commands)
    {
        foreach (var word in words)
            Visit(word.Parts, commands);
    }

    private static void Visit(ImmutableArray<BashWordPart> parts, List<IReadOnlyList<string>> commands)
    {
        foreach (var part in parts)
        {
            if (part.Script is not null)
                Visit(part.Script, commands);
            Visit(part.Parts, commands);
        }
    }

    private static string[] KnownWords(ImmutableArray<BashWord> words) =>
        [.. words.Select(static word => word.PlainText).TakeWhile(static text => text is not null).Select(static text => text!)];
}
