namespace Codex.AppServer.Protocol.Items;

/// <summary>A proposed plan (plan mode).</summary>
public sealed record PlanThreadItem(string Id, string Text) : ThreadItem(Id);
