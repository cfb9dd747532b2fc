using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Items;

/// <summary>More raw reasoning text.</summary>
public sealed record ReasoningTextDeltaNotification(
    string ThreadId, string TurnId, string ItemId, string Delta, long ContentIndex) : ServerNotification(Name)
{
    /// <summary>Wire name.</summary>
    public const string Name = "item/reasoning/textDelta";
}
