namespace Codex.Protocol.Turns;

/// <summary>A proposed plan (plan mode).</summary>
public sealed record PlanTurnItem(string Id, string Text) : TurnItem(Id);
