namespace Codex.ExecServer.Protocol;

/// <summary>An entry of a directory.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="IsDirectory">Whether it leads to a directory.</param>
/// <param name="IsFile">Whether it leads to a regular file.</param>
internal sealed record DirectoryEntry(string FileName, bool IsDirectory, bool IsFile);
