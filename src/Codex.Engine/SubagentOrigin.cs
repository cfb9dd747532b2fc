namespace Codex.Engine;

/// <summary>Where a thread comes from that another thread started.</summary>
/// <param name="SessionId">The root of the tree of threads.</param>
/// <param name="ParentThreadId">The thread that started it.</param>
/// <param name="Kind">What for, as servers and rollouts call it: <c>review</c>.</param>
internal sealed record SubagentOrigin(string SessionId, string ParentThreadId, string Kind);
