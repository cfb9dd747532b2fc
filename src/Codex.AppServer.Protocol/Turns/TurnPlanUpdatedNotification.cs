using System.Collections.Immutable;
using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Turns;

/// <summary>The agent's to-do list changed.</summary>
public sealed record TurnPlanUpdatedNotification(
    string ThreadId, string TurnId, string? Explanation, ImmutableArray<TurnPlanStep> Plan) : ServerNotification("turn/plan/updated");
