using System.Collections.Immutable;
using Codex.Protocol.Turns;

namespace Codex.Protocol.Events;

/// <summary>The agent's to-do list changed.</summary>
public sealed record PlanUpdateEvent(string TurnId, string? Explanation, ImmutableArray<PlanStep> Plan) : EventMsg;
