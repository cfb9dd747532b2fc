using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Threads;

/// <summary>Tokens after a response of the model.</summary>
public sealed record ThreadTokenUsageUpdatedNotification(string ThreadId, string TurnId, ThreadTokenUsage TokenUsage) : ServerNotification("thread/tokenUsage/updated");
