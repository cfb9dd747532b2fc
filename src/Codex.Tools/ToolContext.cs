namespace Codex.Tools;

/// <summary>What a description may depend on.</summary>
/// <param name="Settings">The settings of the turn.</param>
public sealed record ToolContext(TurnSettings Settings);
