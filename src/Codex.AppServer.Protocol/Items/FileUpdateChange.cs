namespace Codex.AppServer.Protocol.Items;

/// <summary>What a patch does to one file.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Kind">Add, delete or update.</param>
/// <param name="Diff">Unified diff; the plain content for added and deleted files.</param>
public sealed record FileUpdateChange(string Path, PatchChangeKind Kind, string Diff);
