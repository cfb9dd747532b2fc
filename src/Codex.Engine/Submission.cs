using Codex.Protocol.Items;
using Codex.Protocol.Operations;

namespace Codex.Engine;

/// <summary>What reaches the session's loop.</summary>
internal abstract record Submission
{
    /// <summary>An operation of a caller, who waits for the id of the turn that takes it.</summary>
    public sealed record Operation(Op Op, TaskCompletionSource<string> Accepted) : Submission;

    /// <summary>Something that the model is told when it is asked next.</summary>
    public sealed record Note(ResponseItem Item) : Submission;

    /// <summary>A turn, and no other, is to be cut short.</summary>
    public sealed record TurnInterrupted(string TurnId, string Reason) : Submission;

    /// <summary>The active task has ended.</summary>
    public sealed record TaskEnded(SessionTask Task) : Submission;
}
