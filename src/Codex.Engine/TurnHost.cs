using System.Collections.Immutable;
using Codex.Protocol.Events;
using Codex.Tools;

namespace Codex.Engine;

/// <summary>The turn as its tools see it.</summary>
internal sealed class TurnHost(Session session, string turnId) : IToolHost
{
    private readonly Lock gate = new();
    private bool diffChanged;

    /// <inheritdoc/>
    public string ThreadId => session.ThreadId;

    /// <inheritdoc/>
    public string TurnId => turnId;

    /// <inheritdoc/>
    public TurnSettings Settings => session.ToolBox.Settings;

    /// <inheritdoc/>
    public ValueTask EmitAsync(EventMsg message, CancellationToken cancellationToken)
    {
        session.Emit(turnId, message);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public void RecordPatch(PatchRecord patch)
    {
        lock (gate)
        {
            diffChanged = true;
            Patches = Patches.Add(patch);
        }
    }

    private ImmutableArray<PatchRecord> Patches { get; set; } = [];

    /// <summary>Sends the diff of the turn when a patch has changed it.</summary>
    public void EmitDiff()
    {
        lock (gate)
        {
            if (!diffChanged)
                return;
            diffChanged = false;
        }
    }
}
