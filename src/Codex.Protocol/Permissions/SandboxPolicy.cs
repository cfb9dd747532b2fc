using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>The older form of permissions, still written to rollouts and spoken by clients (<c>protocol/src/protocol.rs</c>).</summary>
[JsonConverter(typeof(SandboxPolicyConverter))]
public abstract record SandboxPolicy
{
    private SandboxPolicy()
    {
    }

    /// <summary>The word on the wire and in displays.</summary>
    [JsonIgnore]
    public abstract string Name { get; }

    /// <summary>No sandbox.</summary>
    public sealed record DangerFullAccess : SandboxPolicy
    {
        /// <inheritdoc/>
        public override string Name => "danger-full-access";
    }

    /// <summary>Reading everything, writing nothing.</summary>
    /// <param name="NetworkAccess">Whether the network may be used.</param>
    public sealed record ReadOnly(bool NetworkAccess = false) : SandboxPolicy
    {
        /// <inheritdoc/>
        public override string Name => "read-only";
    }

    /// <summary>The caller of this program restricts files already.</summary>
    /// <param name="NetworkAccess">Whether the network may be used.</param>
    public sealed record ExternalSandbox(NetworkAccess NetworkAccess) : SandboxPolicy
    {
        /// <inheritdoc/>
        public override string Name => "external-sandbox";
    }

    /// <summary>Reading everything, writing the working directory, temporary directories and the listed roots.</summary>
    /// <param name="WritableRoots">Further writable directories; absolute.</param>
    /// <param name="NetworkAccess">Whether the network may be used.</param>
    /// <param name="ExcludeTmpdirEnvVar">Whether the directory in <c>TMPDIR</c> stays read-only.</param>
    /// <param name="ExcludeSlashTmp">Whether <c>/tmp</c> stays read-only.</param>
    public sealed record WorkspaceWrite(
        IReadOnlyList<string> WritableRoots,
        bool NetworkAccess = false,
        bool ExcludeTmpdirEnvVar = false,
        bool ExcludeSlashTmp = false) : SandboxPolicy
    {
        /// <inheritdoc/>
        public override string Name => "workspace-write";

        /// <inheritdoc/>
        public bool Equals(WorkspaceWrite? other) =>
            other is not null
            && NetworkAccess == other.NetworkAccess
            && ExcludeTmpdirEnvVar == other.ExcludeTmpdirEnvVar
            && ExcludeSlashTmp == other.ExcludeSlashTmp
            && Sequences.Equal(WritableRoots, other.WritableRoots);

        /// <inheritdoc/>
        public override int GetHashCode() => Sequences.Hash(WritableRoots);
    }
}
