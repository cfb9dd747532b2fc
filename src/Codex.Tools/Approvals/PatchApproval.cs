using System.Collections.Immutable;
using Codex.Protocol.Turns;

namespace Codex.Tools.Approvals;

/// <summary>A patch that needs somebody's yes.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Changes">What it does, by absolute path.</param>
/// <param name="Files">Every absolute path that it writes or removes; an approval for the session covers each of them.</param>
/// <param name="Patch">Its text.</param>
/// <param name="WorkingDirectory">Where its relative paths start; absolute.</param>
/// <param name="Reason">What has to be known beyond the paths; null when there is nothing.</param>
public sealed record PatchApproval(
    string CallId, ImmutableSortedDictionary<string, FileChange> Changes, ImmutableArray<string> Files, string Patch, string WorkingDirectory, string? Reason);
