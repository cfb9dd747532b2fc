using Codex.Protocol.Items;

namespace Codex.Protocol.Turns;

/// <summary>A hosted web search.</summary>
public sealed record WebSearchTurnItem(string Id, string Query, WebSearchAction Action) : TurnItem(Id);
