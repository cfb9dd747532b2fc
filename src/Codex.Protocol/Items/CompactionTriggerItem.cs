namespace Codex.Protocol.Items;

/// <summary>Asks the server to compact; only ever the last input item, never persisted.</summary>
public sealed record CompactionTriggerItem : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "compaction_trigger";
}
