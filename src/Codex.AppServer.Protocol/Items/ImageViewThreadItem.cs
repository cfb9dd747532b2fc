namespace Codex.AppServer.Protocol.Items;

/// <summary>The agent looked at a local image.</summary>
public sealed record ImageViewThreadItem(string Id, string Path) : ThreadItem(Id);
