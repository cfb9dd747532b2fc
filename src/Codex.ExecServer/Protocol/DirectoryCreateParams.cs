namespace Codex.ExecServer.Protocol;

/// <summary>A directory to make.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Recursive">Whether with all above it, and without complaint when it exists; true when null.</param>
/// <param name="Sandbox">What may be touched; null for anything.</param>
internal sealed record DirectoryCreateParams(string Path, bool? Recursive, FileSandbox? Sandbox);
