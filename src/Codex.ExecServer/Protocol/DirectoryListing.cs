namespace Codex.ExecServer.Protocol;

/// <summary>The entries of a directory, without links that lead nowhere.</summary>
/// <param name="Entries">In no particular order.</param>
internal sealed record DirectoryListing(IReadOnlyList<DirectoryEntry> Entries);
