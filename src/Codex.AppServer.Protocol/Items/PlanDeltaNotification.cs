using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Items;

/// <summary>More text of a proposed plan.</summary>
public sealed record PlanDeltaNotification(string ThreadId, string TurnId, string ItemId, string Delta) : ServerNotification(Name)
{
    /// <summary>Wire name.</summary>
    public const string Name = "item/plan/delta";
}
