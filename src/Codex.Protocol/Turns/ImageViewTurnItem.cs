namespace Codex.Protocol.Turns;

/// <summary>The agent looked at a local image.</summary>
public sealed record ImageViewTurnItem(string Id, string Path) : TurnItem(Id);
