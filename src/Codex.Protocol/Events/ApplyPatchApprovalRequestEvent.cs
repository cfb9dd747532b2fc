using System.Collections.Immutable;
using Codex.Protocol.Turns;

namespace Codex.Protocol.Events;

/// <summary>A patch waits for an answer: <see cref="Operations.Op.PatchApproval"/> with <paramref name="CallId"/>.</summary>
/// <param name="CallId">The call; also the id of the question.</param>
/// <param name="TurnId">The turn that waits.</param>
/// <param name="StartedAtMilliseconds">When it was asked, in milliseconds since 1970.</param>
/// <param name="Changes">What the patch does, by absolute path.</param>
/// <param name="Reason">Why it is asked; null when nothing is said.</param>
public sealed record ApplyPatchApprovalRequestEvent(
    string CallId,
    string TurnId,
    long StartedAtMilliseconds,
    ImmutableSortedDictionary<string, FileChange> Changes,
    string? Reason) : EventMsg;
