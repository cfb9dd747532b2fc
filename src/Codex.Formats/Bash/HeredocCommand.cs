namespace Codex.Formats.Bash;

/// <summary>A script that is nothing but one program, with no arguments, fed from a here-document.</summary>
/// <param name="Directory">What a leading <c>cd … &amp;&amp;</c> names, without its quotes; null when there is none.</param>
/// <param name="Program">The program.</param>
/// <param name="Body">The here-document as written: nothing in it is expanded; without line feeds at its end.</param>
public sealed record HeredocCommand(string? Directory, string Program, string Body)
{
    /// <summary>Recognises <c>program &lt;&lt;'WORD'</c> and <c>cd directory &amp;&amp; program &lt;&lt;'WORD'</c>; null for every other script.</summary>
    public static HeredocCommand? Recognize(string script) => BashScript.Parse(script) switch
    {
        { HasComments: false, Statements: [var only] } => Of(null, only),
        { HasComments: false, Statements: [{ Connector: BashConnector.And } first, var second] } when DirectoryOf(first) is { } directory => Of(directory, second),
        _ => null,
    };

    private static HeredocCommand? Of(string? directory, BashStatement statement) =>
        SimpleOf(statement) is { Words: [{ IsBare: true } program], Redirections: [{ Heredoc: { } heredoc, Descriptor: null }] }
            && statement.Connector is BashConnector.End or BashConnector.NewLine
            ? new HeredocCommand(directory, program.Raw, heredoc.Body.TrimEnd('\n'))
            : null;

    private static string? DirectoryOf(BashStatement statement) =>
        SimpleOf(statement) is { Redirections: [], Words: [{ Raw: "cd" }, { Parts: [var part] }] }
            && IsConstant(part) && !part.Text.StartsWith('-')
            ? part.Text
            : null;

    private static bool IsConstant(BashWordPart part) => part.Kind switch
    {
        BashWordPartKind.SingleQuoted => true,
        BashWordPartKind.Literal => !part.Text.Contains('\\', StringComparison.Ordinal),
        BashWordPartKind.DoubleQuoted => !part.Text.AsSpan().ContainsAny('$', '`', '\\'),
        _ => false,
    };

    private static BashCommand.Simple? SimpleOf(BashStatement statement) =>
        statement.Pipeline is { IsNegated: false, Commands: [BashCommand.Simple { Assignments: [] } simple] } ? simple : null;
}
