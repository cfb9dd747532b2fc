namespace Codex.ExecServer.Protocol;

/// <summary>Something to remove.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Recursive">Whether a directory goes with all that is in it; true when null.</param>
/// <param name="Force">Whether something missing is no error; true when null.</param>
/// <param name="Sandbox">What may be touched; null for anything.</param>
internal sealed record FileRemoveParams(string Path, bool? Recursive, bool? Force, FileSandbox? Sandbox);
