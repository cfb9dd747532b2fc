namespace Codex.AppServer.Protocol.Turns;

/// <summary>A step of the agent's to-do list.</summary>
/// <param name="Step">What is to be done.</param>
/// <param name="Status"><c>pending</c>, <c>inProgress</c> or <c>completed</c>.</param>
public sealed record TurnPlanStep(string Step, string Status);
