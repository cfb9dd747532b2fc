namespace Codex.Execution.Network.Inspection;

/// <summary>A hook of the configuration says nothing that could be followed.</summary>
public sealed class InvalidHookException(string message) : Exception(message);
