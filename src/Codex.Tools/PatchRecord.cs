using Codex.Execution.Patching;

namespace Codex.Tools;

/// <summary>What a patch did to the files, for the diff of the turn (<see cref="TurnDiffTracker"/>).</summary>
/// <param name="Changes">The changes in order, before a failure too.</param>
public sealed record PatchRecord(AppliedChanges Changes);
