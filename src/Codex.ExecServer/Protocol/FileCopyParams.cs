namespace Codex.ExecServer.Protocol;

/// <summary>Something to copy.</summary>
/// <param name="SourcePath">Absolute.</param>
/// <param name="DestinationPath">Absolute.</param>
/// <param name="Recursive">Whether a directory may be copied.</param>
/// <param name="Sandbox">What may be touched; null for anything.</param>
internal sealed record FileCopyParams(string SourcePath, string DestinationPath, bool Recursive, FileSandbox? Sandbox);
