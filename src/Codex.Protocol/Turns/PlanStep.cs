namespace Codex.Protocol.Turns;

/// <summary>A step of <c>update_plan</c>.</summary>
/// <param name="Step">What is to be done.</param>
/// <param name="Status"><c>pending</c>, <c>in_progress</c> or <c>completed</c>.</param>
public sealed record PlanStep(string Step, string Status);
