namespace Codex.Formats.Bash;

/// <summary>
/// The words of the only command of a script that reads its input from a here-document (<c>shell-command/src/bash.rs</c>). They say
/// which program runs, not what it is told.
/// </summary>
public static class HeredocPrefix
{
    /// <summary>The words; null for every other script, also when the here-document runs commands of its own.</summary>
    /// <param name="script">The script.</param>
    public static IReadOnlyList<string>? Parse(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        if (!script.Contains("<<", StringComparison.Ordinal)
            || OnlyCommand(BashScript.Parse(script)) is not { Assignments.Length: 0, Words.Length: > 0 } command
            || command.Redirections.Count(static redirection => redirection.Heredoc is not null) != 1
            || !command.Redirections.All(IsInput))
            return null;
        return command.Words.All(static word => word.IsBare) ? [.. command.Words.Select(static word => word.Raw)] : null;
    }

    private static BashCommand.Simple? OnlyCommand(BashScript? script)
    {
        while (script is { Statements: [{ Connector: BashConnector.End or BashConnector.NewLine, Pipeline.Commands: [var command] }] })
        {
            if (command is BashCommand.Simple simple)
                return simple;
            script = command is BashCommand.Compound
            {
                Kind: BashCompoundKind.Subshell or BashCompoundKind.Group or BashCompoundKind.Function,
                Bodies: [var body],
                Redirections: [],
            } ? body : null;
        }

        return null;
    }

    private static bool IsInput(BashRedirection redirection) => redirection switch
    {
        { Heredoc: { } heredoc } => heredoc.Parts.All(IsText),
        { Operator: "<<<" } => redirection.Target.Parts.All(static part => part.IsPlain),
        _ => false,
    };

    private static bool IsText(BashWordPart part) =>
        part.Kind is BashWordPartKind.Literal || (part.Kind is BashWordPartKind.Parameter && part.Parts.All(IsText));
}
