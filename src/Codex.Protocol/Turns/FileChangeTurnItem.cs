using System.Collections.Immutable;

namespace Codex.Protocol.Turns;

/// <summary>A patch: its changes by absolute path and, once applied, its outcome.</summary>
public sealed record FileChangeTurnItem(
    string Id,
    ImmutableSortedDictionary<string, FileChange> Changes,
    PatchApplyStatus? Status = null,
    string? StandardOutput = null,
    string? StandardError = null,
    bool? AutoApproved = null) : TurnItem(Id);
