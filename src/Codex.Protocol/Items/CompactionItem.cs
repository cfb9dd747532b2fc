namespace Codex.Protocol.Items;

/// <summary>Server-side compaction result (<c>compaction</c>; alias <c>compaction_summary</c> on read).</summary>
public sealed record CompactionItem(string EncryptedContent) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "compaction";
}
