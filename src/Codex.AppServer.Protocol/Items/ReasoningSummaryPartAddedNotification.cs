using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Items;

/// <summary>A new part of a reasoning summary begins.</summary>
public sealed record ReasoningSummaryPartAddedNotification(
    string ThreadId, string TurnId, string ItemId, long SummaryIndex) : ServerNotification(Name)
{
    /// <summary>Wire name.</summary>
    public const string Name = "item/reasoning/summaryPartAdded";
}
