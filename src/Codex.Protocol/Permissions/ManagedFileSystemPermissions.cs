using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>The file-system half of a managed profile (<c>protocol/src/models.rs</c>).</summary>
[JsonConverter(typeof(ManagedFileSystemPermissionsConverter))]
public abstract record ManagedFileSystemPermissions
{
    private ManagedFileSystemPermissions()
    {
    }

    /// <summary>Only what the entries allow.</summary>
    /// <param name="Entries">The entries; the more specific path wins, then the higher <see cref="FileSystemAccessMode.Precedence"/>.</param>
    public sealed record Restricted(IReadOnlyList<FileSystemSandboxEntry> Entries) : ManagedFileSystemPermissions
    {
        /// <summary>How deep directories are searched when patterns are expanded; null for no limit.</summary>
        public int? GlobScanMaxDepth { get; init; }

        /// <inheritdoc/>
        public bool Equals(Restricted? other) =>
            other is not null && GlobScanMaxDepth == other.GlobScanMaxDepth && Sequences.Equal(Entries, other.Entries);

        /// <inheritdoc/>
        public override int GetHashCode() => Sequences.Hash(Entries);
    }

    /// <summary>Everything.</summary>
    public sealed record Unrestricted : ManagedFileSystemPermissions;
}
