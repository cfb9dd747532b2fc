using Codex.Execution.Patching;
using Codex.Protocol.Events;
using Codex.Tools;

namespace Codex.Engine;

/// <summary>The turn as its tools see it.</summary>
internal sealed class TurnHost(Session session, string turnId) : IToolHost
{
    private readonly Lock _gate = new();
    private TurnDiffTracker? _diff;
    private string _lastDiff = "";

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
        lock (_gate)
        {
            _diff ??= new TurnDiffTracker(session.Repository.Value?.Root ?? session.Options.WorkingDirectory);
            _diff.Add(patch.Changes);
        }
    }

    /// <summary>Sends the diff of the turn when patches have changed it since the last time.</summary>
    public void EmitDiff()
    {
        string diff;
        lock (_gate)
        {
            if (_diff is null)
                return;
            diff = _diff.Render();
        }

        if (diff.Length == 0 || diff == _lastDiff)
            return;
        _lastDiff = diff;
        session.Emit(turnId, new TurnDiffEvent(turnId, diff));
    }
}
