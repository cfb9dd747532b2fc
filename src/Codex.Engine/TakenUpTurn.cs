using Codex.Engine.Input;
using Codex.Protocol.Events;
using Codex.Tools;

namespace Codex.Engine;

/// <summary>
/// A turn that a killed process left waiting for answers. The calls that waited are made again and ask again; what else the
/// process was doing reads as aborted. Then the turn goes on as any other.
/// </summary>
internal sealed class TakenUpTurn(Session session, string id, IReadOnlyList<ToolCall> calls) : Turn(session, id, new TurnInput([], ClientId: null, []), outputSchema: null)
{
    /// <inheritdoc/>
    protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        // Its beginning is in the rollout already.
        Session.Announce(Id, new TaskStartedEvent(
            Id, StartedAt.ToUnixTimeSeconds(), Session.Options.Model.EffectiveContextWindow, Session.CollaborationMode.Mode));
        var response = new StreamedResponse(Session, this, Clock, cancellationToken);
        foreach (var call in calls)
            response.Start(call);
        await response.FinishAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        await Session.Connection.ReadyAsync(cancellationToken).ConfigureAwait(false);
    }
}
