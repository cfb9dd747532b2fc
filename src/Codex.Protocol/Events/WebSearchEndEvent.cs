using Codex.Protocol.Items;

namespace Codex.Protocol.Events;

/// <summary>A hosted web search ended.</summary>
public sealed record WebSearchEndEvent(string CallId, string Query, WebSearchAction Action) : EventMsg;
