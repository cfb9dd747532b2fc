using Codex.Protocol.Events;

namespace Codex.Engine.Compaction;

/// <summary>A compaction that the user asked for.</summary>
internal sealed class CompactionTask(Session session, string id) : SessionTask(session, id)
{
    /// <inheritdoc/>
    public override string? RefusesInputAs => "compact";

    /// <inheritdoc/>
    protected override async Task<string?> RunCoreAsync(CancellationToken cancellationToken)
    {
        LookAtWorkspace();
        Emit(new TaskStartedEvent(Id, StartedAt.ToUnixTimeSeconds(), Session.Options.Model.EffectiveContextWindow, Session.CollaborationMode.Mode));
        await new Compactor(Session, this, Session.Options).CompactAsync(CompactionCause.Requested, cancellationToken).ConfigureAwait(false);
        return null;
    }
}
