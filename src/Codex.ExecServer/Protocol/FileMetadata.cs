namespace Codex.ExecServer.Protocol;

/// <summary>What is known of a file; links are followed except for <paramref name="IsSymlink"/>.</summary>
/// <param name="IsDirectory">Whether it is a directory.</param>
/// <param name="IsFile">Whether it is a regular file.</param>
/// <param name="IsSymlink">Whether the path names a link.</param>
/// <param name="CreatedAtMs">Milliseconds since 1970; 0 when unknown.</param>
/// <param name="ModifiedAtMs">Milliseconds since 1970; 0 when unknown.</param>
internal sealed record FileMetadata(bool IsDirectory, bool IsFile, bool IsSymlink, long CreatedAtMs, long ModifiedAtMs);
