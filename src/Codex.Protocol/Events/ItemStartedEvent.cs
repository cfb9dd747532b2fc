using Codex.Protocol.Turns;

namespace Codex.Protocol.Events;

/// <summary>An item began.</summary>
public sealed record ItemStartedEvent(string TurnId, TurnItem Item) : EventMsg;
