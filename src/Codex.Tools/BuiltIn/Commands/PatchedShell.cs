namespace Codex.Tools.BuiltIn.Commands;

/// <summary>A shell that asks before it starts a program (the feature <c>shell_zsh_fork</c>).</summary>
/// <param name="Path">The shell; absolute.</param>
/// <param name="Wrapper">What it starts in the place of every program; absolute.</param>
/// <param name="Executable">What the wrapper is a link to; absolute.</param>
public sealed record PatchedShell(string Path, string Wrapper, string Executable);
