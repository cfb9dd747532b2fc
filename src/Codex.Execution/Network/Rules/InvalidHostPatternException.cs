namespace Codex.Execution.Network.Rules;

/// <summary>A pattern of hosts is none.</summary>
public sealed class InvalidHostPatternException(string message) : Exception(message);
