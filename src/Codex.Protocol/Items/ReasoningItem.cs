using System.Collections.Immutable;

namespace Codex.Protocol.Items;

/// <summary>A reasoning item: readable summary, optional raw content and the encrypted form that is sent back.</summary>
/// <param name="Summary">Summary texts, in order; always written.</param>
/// <param name="Content">Raw reasoning parts, or null when the server sent none.</param>
/// <param name="EncryptedContent">Opaque; always written, null included.</param>
public sealed record ReasoningItem(
    ImmutableArray<string> Summary,
    ImmutableArray<ReasoningContent>? Content,
    string? EncryptedContent) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "reasoning";
}
