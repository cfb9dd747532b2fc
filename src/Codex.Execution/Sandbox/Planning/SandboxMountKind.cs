namespace Codex.Execution.Sandbox.Planning;

/// <summary>What a step of a sandbox plan puts at its path.</summary>
public enum SandboxMountKind
{
    /// <summary>The host's file system from here on, writable.</summary>
    Writable,

    /// <summary>The host's file system from here on, read-only.</summary>
    ReadOnly,

    /// <summary>An empty file system, to be filled by later steps.</summary>
    Empty,

    /// <summary>A small private <c>/dev</c>.</summary>
    Devices,

    /// <summary>A directory inside an earlier empty file system, as a place for a later mount.</summary>
    Directory,

    /// <summary>An empty directory that cannot be written.</summary>
    EmptyDirectory,

    /// <summary>An empty file that cannot be written.</summary>
    EmptyFile,

    /// <summary>A directory that cannot be entered.</summary>
    HiddenDirectory,

    /// <summary>A directory that can be passed through but not listed; <see cref="Sealed"/> ends it.</summary>
    HiddenParent,

    /// <summary>Makes an earlier <see cref="HiddenParent"/> read-only once the directories in it exist.</summary>
    Sealed,

    /// <summary>A file that cannot be opened.</summary>
    HiddenFile,

    /// <summary>A file or socket of the host that stays visible and cannot be used; one that has vanished is nothing to cover.</summary>
    Blocked,
}
