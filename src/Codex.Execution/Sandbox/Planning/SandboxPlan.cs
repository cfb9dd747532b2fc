using Codex.Execution.Sandbox.Seccomp;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Planning;

/// <summary>What has to be enforced for one command; data only, how is up to the mechanism.</summary>
public sealed record SandboxPlan
{
    /// <summary>The view of the file system, in the order in which it is built up.</summary>
    public required IReadOnlyList<SandboxMount> Mounts { get; init; }

    /// <summary>Names that do not exist on the host and are mount points of <see cref="Mounts"/>.</summary>
    public required IReadOnlyList<SandboxMount> MissingMountPoints { get; init; }

    /// <summary>What the command may do with sockets.</summary>
    public required SocketAccess Sockets { get; init; }

    /// <summary>Sockets of the host that <see cref="Mounts"/> cover.</summary>
    public required IReadOnlyList<string> BlockedSockets { get; init; }

    /// <summary>
    /// Whether some of <see cref="BlockedSockets"/> lie where the command cannot write but everybody else can, as in a
    /// temporary directory: such ones come and go. Bubblewrap fails when one is gone before it is covered; our own helper
    /// passes over it.
    /// </summary>
    public required bool CoversFleetingSockets { get; init; }

    /// <summary>Whether the command has no network.</summary>
    public bool RestrictsNetwork => Sockets != SocketAccess.Any;

    /// <summary>Whether everything on the host may be read.</summary>
    public required bool ReadsEverything { get; init; }

    /// <summary>Whether everything on the host may be written.</summary>
    public required bool WritesEverything { get; init; }

    /// <summary>The roots that may be read, when not everything may.</summary>
    public required IReadOnlyList<string> ReadableRoots { get; init; }

    /// <summary>The existing roots that may be written, with their protected paths, when not everything may.</summary>
    public required IReadOnlyList<WritableRoot> WritableRoots { get; init; }

    /// <summary>The paths that must not be read, patterns expanded.</summary>
    public required IReadOnlyList<string> UnreadablePaths { get; init; }

    /// <summary>Everything that exists and must not be read: <see cref="UnreadablePaths"/>, what ignore files name, and the program's own credentials.</summary>
    public required IReadOnlyList<string> HiddenPaths { get; init; }

    /// <summary>The files with rules about what agents leave alone: never to be written, whatever the roots say.</summary>
    public required IReadOnlyList<string> RulePaths { get; init; }

    /// <summary>Where <c>/proc</c> speaks about the kernel: read-only in a <c>/proc</c> of the sandbox's own.</summary>
    public required IReadOnlyList<string> KernelPaths { get; init; }

    /// <summary>Where the command starts, without symbolic links.</summary>
    public required string WorkingDirectory { get; init; }
}
