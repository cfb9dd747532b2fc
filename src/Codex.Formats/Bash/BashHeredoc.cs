using System.Collections.Immutable;

namespace Codex.Formats.Bash;

/// <summary>The text of a here-document. It stands lines below its operator, so it is filled in later while a script is read.</summary>
public sealed class BashHeredoc
{
    /// <summary>As written, every line with its end.</summary>
    public string Body { get; internal set; } = "";

    /// <summary>Text and expansions of the body; empty when the delimiter is quoted and nothing is expanded.</summary>
    public ImmutableArray<BashWordPart> Parts { get; internal set; } = [];
}
