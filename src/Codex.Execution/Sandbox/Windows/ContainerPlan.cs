namespace Codex.Execution.Sandbox.Windows;

/// <summary>What has to be in place before a program starts in a container; data only.</summary>
/// <param name="Name">The container: one for every set of permissions, so that what one was allowed opens nothing to another.</param>
/// <param name="Capabilities">The identities of what the container may do.</param>
/// <param name="Readable">Directories that it may read.</param>
/// <param name="Writable">Directories that it may read and write.</param>
/// <param name="Unwritable">Files and directories in them that it may only read.</param>
/// <param name="Hidden">Files and directories that it may not even read.</param>
/// <param name="Environment">The program's environment.</param>
internal sealed record ContainerPlan(
    string Name,
    IReadOnlyList<string> Capabilities,
    IReadOnlyList<string> Readable,
    IReadOnlyList<string> Writable,
    IReadOnlyList<string> Unwritable,
    IReadOnlyList<string> Hidden,
    IReadOnlyDictionary<string, string> Environment);
