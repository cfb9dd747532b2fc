namespace Codex.ExecServer.Protocol;

/// <summary>A file to write.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="DataBase64">Its bytes, as text: a wrong one is answered otherwise than wrong parameters.</param>
/// <param name="Sandbox">What may be touched; null for anything.</param>
internal sealed record FileWriteParams(string Path, string DataBase64, FileSandbox? Sandbox);
