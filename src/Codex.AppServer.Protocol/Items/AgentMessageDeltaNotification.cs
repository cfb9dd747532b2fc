using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Items;

/// <summary>More text of an agent message.</summary>
public sealed record AgentMessageDeltaNotification(string ThreadId, string TurnId, string ItemId, string Delta) : ServerNotification(Name)
{
    /// <summary>Wire name.</summary>
    public const string Name = "item/agentMessage/delta";
}
