namespace Codex.Tools.BuiltIn.Commands;

/// <summary>What one run of a command gave.</summary>
/// <param name="Output">What the tool would answer.</param>
/// <param name="WasDenied">Whether it failed, and the sandbox is the likely cause.</param>
internal sealed record CommandAttempt(ToolOutput Output, bool WasDenied);
