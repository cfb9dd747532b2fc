namespace Codex.ExecServer.Protocol;

/// <summary>A file to read, to look at or to list.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Sandbox">What may be touched; null for anything.</param>
internal sealed record FilePathParams(string Path, FileSandbox? Sandbox);
