namespace Codex.Protocol.Items;

/// <summary>Marks where the context was compacted.</summary>
public sealed record ContextCompactionItem(string? EncryptedContent) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "context_compaction";
}
