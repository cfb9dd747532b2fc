using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Turns;

/// <summary>A turn ended; exactly one per turn.</summary>
public sealed record TurnCompletedNotification(string ThreadId, Turn Turn) : ServerNotification("turn/completed");
