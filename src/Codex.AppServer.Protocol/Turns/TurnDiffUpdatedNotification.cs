using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Turns;

/// <summary>The unified diff of everything the turn's patches changed so far.</summary>
public sealed record TurnDiffUpdatedNotification(string ThreadId, string TurnId, string Diff) : ServerNotification("turn/diff/updated");
