namespace Codex.Exec;

/// <summary>A run cannot start. The message is printed as it is; the exit code is 1.</summary>
public sealed class ExecException(string message) : Exception(message);
