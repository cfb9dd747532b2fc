namespace Codex.Execution.Sandbox.Bubblewrap;

/// <summary>A bubblewrap that was seen to work here.</summary>
/// <param name="Path">The executable; absolute.</param>
/// <param name="IsSystem">Whether it was found on <c>PATH</c> and not beside our executable.</param>
/// <param name="MountsProc">Whether it may mount a <c>/proc</c> of its own.</param>
public sealed record BubblewrapExecutable(string Path, bool IsSystem, bool MountsProc);
