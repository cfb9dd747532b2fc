using System.Collections.Immutable;

namespace Codex.Protocol.Items;

/// <summary>What a tool answers: plain text, or content parts when it has images.</summary>
public sealed record ToolOutputBody
{
    private ToolOutputBody(string? text, ImmutableArray<ContentPart> parts) => (Text, Parts) = (text, parts);

    /// <summary>The text form; null when <see cref="Parts"/> is used.</summary>
    public string? Text { get; }

    /// <summary>The content parts; default when <see cref="Text"/> is used.</summary>
    public ImmutableArray<ContentPart> Parts { get; }

    /// <summary>A plain text output.</summary>
    public static ToolOutputBody OfText(string text) => new(text, default);

    /// <summary>A structured output.</summary>
    public static ToolOutputBody OfParts(ImmutableArray<ContentPart> parts) => new(null, parts);
}
