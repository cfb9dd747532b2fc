namespace Codex.AppServer.Protocol.Items;

/// <summary>The context was compacted.</summary>
public sealed record ContextCompactionThreadItem(string Id) : ThreadItem(Id);
