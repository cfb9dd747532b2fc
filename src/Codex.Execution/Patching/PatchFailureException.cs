namespace Codex.Execution.Patching;

/// <summary>An operation could not be applied; the message is what the command prints.</summary>
internal sealed class PatchFailureException(string message, Exception? cause) : Exception(message, cause);
