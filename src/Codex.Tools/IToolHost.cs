using System.Collections.Immutable;
using Codex.Protocol.Events;
using Codex.Protocol.Questions;
using Codex.Tools.Approvals;

namespace Codex.Tools;

/// <summary>What a tool may ask of the turn that calls it; implemented by the engine.</summary>
public interface IToolHost
{
    /// <summary>The thread.</summary>
    string ThreadId { get; }

    /// <summary>The turn; equals the id of the events it emits.</summary>
    string TurnId { get; }

    /// <summary>The settings of the turn; they do not change while it runs.</summary>
    TurnSettings Settings { get; }

    /// <summary>Decides what the turn may not do by itself.</summary>
    IApprovals Approvals { get; }

    /// <summary>Sends an event to the thread's listeners, after it is queued for the rollout.</summary>
    ValueTask EmitAsync(EventMsg message, CancellationToken cancellationToken);

    /// <summary>Asks the user and waits.</summary>
    /// <param name="callId">The call that asks.</param>
    /// <param name="questions">What it asks.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answers; null when there is nobody to ask.</returns>
    ValueTask<UserAnswers?> AskAsync(string callId, ImmutableArray<UserQuestion> questions, CancellationToken cancellationToken) =>
        ValueTask.FromResult<UserAnswers?>(null);

    /// <summary>Notes what a patch did, for the turn's diff.</summary>
    void RecordPatch(PatchRecord patch);
}
