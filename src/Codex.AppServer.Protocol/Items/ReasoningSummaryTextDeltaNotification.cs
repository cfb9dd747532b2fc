using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Items;

/// <summary>More text of a reasoning summary.</summary>
public sealed record ReasoningSummaryTextDeltaNotification(
    string ThreadId, string TurnId, string ItemId, string Delta, long SummaryIndex) : ServerNotification(Name)
{
    /// <summary>Wire name.</summary>
    public const string Name = "item/reasoning/summaryTextDelta";
}
