namespace Codex.Engine;

/// <summary>Where a thread comes from that another thread started.</summary>
/// <param name="SessionId">The root of the tree of threads.</param>
/// <param name="ParentThreadId">The thread that started it.</param>
/// <param name="Kind">What for, as servers and rollouts call it: <c>review</c>, <see cref="Guardian"/>.</param>
internal sealed record SubagentOrigin(string SessionId, string ParentThreadId, string Kind)
{
    /// <summary>To review what the other thread wants to do.</summary>
    public const string Guardian = "guardian";

    /// <summary>Whether the thread reviews what the other one wants to do.</summary>
    public bool IsGuardian => Kind == Guardian;
}
