namespace Codex.Execution.Patching;

/// <summary>What the command says after it applied a patch, or a part of one.</summary>
/// <param name="Succeeded">Whether every operation was applied.</param>
/// <param name="StandardOutput">The summary; empty after a failure.</param>
/// <param name="StandardError">The failure; empty after a success.</param>
public sealed record PatchOutcome(bool Succeeded, string StandardOutput, string StandardError);
