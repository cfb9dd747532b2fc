namespace Codex.Execution.Snapshots;

/// <summary>A file that brings a shell into the state that the user's login shell has.</summary>
/// <param name="File">The file; absolute.</param>
/// <param name="Shell">The shell that wrote it.</param>
/// <param name="Directory">Where it was written: commands elsewhere start a login shell, which may behave otherwise there.</param>
public sealed record ShellSnapshot(string File, string Shell, string Directory);
