namespace Codex.Formats.Bash;

/// <summary>A redirection of a command.</summary>
/// <param name="Operator">Which, as written, from <c>&gt;</c> to <c>&lt;&lt;&lt;</c>.</param>
/// <param name="Target">The file, descriptor or text; the delimiter of a here-document.</param>
public sealed record BashRedirection(string Operator, BashWord Target)
{
    /// <summary>The descriptor before the operator, as written; null when there is none.</summary>
    public string? Descriptor { get; init; }

    /// <summary>The here-document; null for other redirections.</summary>
    public BashHeredoc? Heredoc { get; init; }
}
