using System.Collections.Immutable;

namespace Codex.Protocol.Turns;

/// <summary>The agent's readable reasoning.</summary>
public sealed record ReasoningTurnItem(string Id, ImmutableArray<string> SummaryText, ImmutableArray<string> RawContent) : TurnItem(Id);
