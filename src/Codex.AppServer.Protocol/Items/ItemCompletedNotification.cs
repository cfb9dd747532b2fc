using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Items;

/// <summary>An item is finished and will not change.</summary>
public sealed record ItemCompletedNotification(ThreadItem Item, string ThreadId, string TurnId, long CompletedAtMs) : ServerNotification("item/completed");
