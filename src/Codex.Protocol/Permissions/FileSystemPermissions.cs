using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>The file part of additional permissions (<c>protocol/src/models.rs</c>).</summary>
/// <param name="Entries">What is asked for.</param>
[JsonConverter(typeof(FileSystemPermissionsConverter))]
public sealed record FileSystemPermissions(IReadOnlyList<FileSystemSandboxEntry> Entries)
{
    /// <summary>How deep directories are searched when patterns are expanded; null for no limit.</summary>
    public int? GlobScanMaxDepth { get; init; }

    /// <inheritdoc/>
    public bool Equals(FileSystemPermissions? other) =>
        other is not null && GlobScanMaxDepth == other.GlobScanMaxDepth && Sequences.Equal(Entries, other.Entries);

    /// <inheritdoc/>
    public override int GetHashCode() => Sequences.Hash(Entries);
}
