using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Turns;

/// <summary>A turn began running.</summary>
public sealed record TurnStartedNotification(string ThreadId, Turn Turn) : ServerNotification("turn/started");
