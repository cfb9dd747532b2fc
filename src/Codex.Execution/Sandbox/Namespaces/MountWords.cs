using System.Diagnostics;
using Codex.Execution.Sandbox.Planning;

namespace Codex.Execution.Sandbox.Namespaces;

/// <summary>The words for mounts between us and our helper; both are the same executable, so they may change at any time.</summary>
internal static class MountWords
{
    public static string Of(SandboxMountKind kind) => kind switch
    {
        SandboxMountKind.Writable => "--writable",
        SandboxMountKind.ReadOnly => "--read-only",
        SandboxMountKind.Devices => "--devices",
        SandboxMountKind.Directory => "--directory",
        SandboxMountKind.EmptyDirectory => "--empty-directory",
        SandboxMountKind.EmptyFile => "--empty-file",
        SandboxMountKind.HiddenDirectory => "--hidden-directory",
        SandboxMountKind.HiddenParent => "--hidden-parent",
        SandboxMountKind.Sealed => "--sealed",
        SandboxMountKind.HiddenFile => "--hidden-file",
        SandboxMountKind.Blocked => "--blocked",
        SandboxMountKind.Empty => throw new SandboxException("permissions that hide most of the disk need bubblewrap, which is not on PATH"),
        _ => throw new UnreachableException(),
    };
}
