using System.Collections.Immutable;

namespace Codex.Formats.Bash;

/// <summary>A shell script: statements in order. What a shell would expand stays as written.</summary>
/// <param name="Statements">The statements.</param>
public sealed record BashScript(ImmutableArray<BashStatement> Statements)
{
    /// <summary>Whether the text has a comment anywhere; only told for the whole script, not for nested ones.</summary>
    public bool HasComments { get; init; }

    /// <summary>Reads a script in time linear in its length; null when the text is none, or nested deeper than 64 levels.</summary>
    /// <param name="text">The script.</param>
    public static BashScript? Parse(string text) => Parse(text, out _);

    /// <summary>Reads a script in time linear in its length; null when the text is none, or nested deeper than 64 levels.</summary>
    /// <param name="text">The script.</param>
    /// <param name="error">Why the text is no script; null when it is one.</param>
    public static BashScript? Parse(string text, out BashSyntaxError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parsing.BashParser.Parse(text, depth: 0, out error);
    }
}
