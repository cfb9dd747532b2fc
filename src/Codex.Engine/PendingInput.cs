using System.Collections.Immutable;
using Codex.Protocol.Turns;

namespace Codex.Engine;

/// <summary>Input that arrived while a turn runs: the turn takes it before its next request.</summary>
internal sealed class PendingInput
{
    private readonly Lock gate = new();
    private ImmutableArray<ImmutableArray<UserInput>> waiting = [];

    /// <summary>Whether anything waits.</summary>
    public bool Any
    {
        get
        {
            lock (gate)
                return !waiting.IsEmpty;
        }
    }

    /// <summary>Adds one message.</summary>
    public void Add(ImmutableArray<UserInput> items)
    {
        lock (gate)
            waiting = waiting.Add(items);
    }

    /// <summary>Takes all messages, oldest first.</summary>
    public ImmutableArray<ImmutableArray<UserInput>> Take()
    {
        lock (gate)
        {
            var taken = waiting;
            waiting = [];
            return taken;
        }
    }
}
