using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Items;

/// <summary>An item began.</summary>
public sealed record ItemStartedNotification(ThreadItem Item, string ThreadId, string TurnId, long StartedAtMs) : ServerNotification("item/started");
