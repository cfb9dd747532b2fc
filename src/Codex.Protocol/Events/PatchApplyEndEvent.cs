using System.Collections.Immutable;
using Codex.Protocol.Turns;

namespace Codex.Protocol.Events;

/// <summary>A patch was applied, failed or was declined.</summary>
public sealed record PatchApplyEndEvent(
    string CallId,
    string TurnId,
    string Stdout,
    string Stderr,
    bool Success,
    ImmutableSortedDictionary<string, FileChange> Changes,
    PatchApplyStatus Status) : EventMsg;
