using System.Collections.Immutable;
using Codex.Protocol.Items;

namespace Codex.Engine.Input;

/// <summary>Input that arrived while a turn runs: the turn takes it before its next request.</summary>
internal sealed class PendingInput
{
    private readonly Lock _gate = new();
    private ImmutableArray<TurnInput> _waiting = [];

    /// <summary>Whether anything waits that the model has to be asked about.</summary>
    public bool Any
    {
        get
        {
            lock (_gate)
                return _waiting.Any(static input => !input.IsNote);
        }
    }

    /// <summary>Adds one message.</summary>
    public void Add(TurnInput input)
    {
        lock (_gate)
            _waiting = _waiting.Add(input);
    }

    /// <summary>Adds something that the model is told with the next request, which is not made for its sake.</summary>
    public void AddNote(ResponseItem note) => Add(new TurnInput([], ClientId: null, [note]));

    /// <summary>Takes all messages and notes, oldest first.</summary>
    public ImmutableArray<TurnInput> Take()
    {
        lock (_gate)
        {
            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }
}
