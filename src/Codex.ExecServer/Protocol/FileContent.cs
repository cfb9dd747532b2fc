namespace Codex.ExecServer.Protocol;

/// <summary>A whole file.</summary>
/// <param name="DataBase64">Its bytes.</param>
internal sealed record FileContent(byte[] DataBase64);
