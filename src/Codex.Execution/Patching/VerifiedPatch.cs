using System.Collections.Immutable;
using Codex.Formats.Patch;
using Codex.Protocol.Turns;

namespace Codex.Execution.Patching;

/// <summary>A patch that fits the files as they were when it was verified.</summary>
/// <param name="Document">The patch.</param>
/// <param name="Changes">What it does, by absolute path.</param>
/// <param name="TargetPaths">Every absolute path that it writes or removes, new places of moved files included.</param>
/// <param name="Paths">Where its paths lie, for <see cref="PatchApplier"/>.</param>
public sealed record VerifiedPatch(
    PatchDocument Document,
    ImmutableSortedDictionary<string, FileChange> Changes,
    ImmutableArray<string> TargetPaths,
    PatchPaths Paths);
