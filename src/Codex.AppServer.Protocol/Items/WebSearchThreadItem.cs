namespace Codex.AppServer.Protocol.Items;

/// <summary>A hosted web search; query and action are empty until it is completed.</summary>
public sealed record WebSearchThreadItem(string Id, string Query, WebSearchAction? Action) : ThreadItem(Id);
