using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>What commands may do with files (<c>protocol/src/permissions.rs</c>).</summary>
/// <param name="Kind">Who restricts.</param>
/// <param name="Entries">The entries; empty unless <paramref name="Kind"/> is restricted.</param>
[JsonConverter(typeof(FileSystemSandboxPolicyConverter))]
public sealed record FileSystemSandboxPolicy(FileSystemSandboxKind Kind, IReadOnlyList<FileSystemSandboxEntry> Entries)
{
    /// <summary>No restriction.</summary>
    public static FileSystemSandboxPolicy Unrestricted { get; } = new(FileSystemSandboxKind.Unrestricted, []);

    /// <summary>Restricted from outside of this program.</summary>
    public static FileSystemSandboxPolicy ExternalSandbox { get; } = new(FileSystemSandboxKind.ExternalSandbox, []);

    /// <summary>How deep directories are searched when patterns are expanded; null for no limit.</summary>
    public int? GlobScanMaxDepth { get; init; }

    /// <summary>Restricted to the entries.</summary>
    public static FileSystemSandboxPolicy Restricted(IReadOnlyList<FileSystemSandboxEntry> entries) =>
        new(FileSystemSandboxKind.Restricted, entries);

    /// <inheritdoc/>
    public bool Equals(FileSystemSandboxPolicy? other) =>
        other is not null && Kind == other.Kind && GlobScanMaxDepth == other.GlobScanMaxDepth && Sequences.Equal(Entries, other.Entries);

    /// <inheritdoc/>
    public override int GetHashCode() => Sequences.Hash(Entries);
}
