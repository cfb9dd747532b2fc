using System.Text.Json;
using Codex.Protocol;
using Codex.Protocol.Events;

namespace Codex.Storage.Rollouts;

/// <summary>Follows the lines of a rollout and knows which calls wait for an answer: those of a turn that neither ended nor was followed by another.</summary>
internal sealed class WaitingApprovals
{
    private readonly List<WaitingApproval> _waiting = [];

    /// <summary>The calls, in the order in which they asked.</summary>
    public IReadOnlyList<WaitingApproval> Waiting => _waiting;

    /// <summary>Takes the payload of an event line.</summary>
    /// <returns>False when the event has nothing to do with questions.</returns>
    /// <exception cref="JsonException">The payload is not what its type says.</exception>
    public bool Take(ReadOnlySpan<byte> payload)
    {
        if (EndsQuestions(payload))
        {
            _waiting.Clear();
            return false;
        }

        if (!RolloutLineHead.PayloadIs(payload, "approval_requested"u8) && !RolloutLineHead.PayloadIs(payload, "approval_resolved"u8))
            return false;
        var reader = new Utf8JsonReader(payload);
        Take(JsonSerializer.Deserialize(ref reader, EngineJson.Default.EventMsg));
        return true;
    }

    private static bool EndsQuestions(ReadOnlySpan<byte> payload) =>
        RolloutLineHead.PayloadIs(payload, "task_started"u8)
        || RolloutLineHead.PayloadIs(payload, "task_complete"u8)
        || RolloutLineHead.PayloadIs(payload, "turn_aborted"u8)
        || RolloutLineHead.PayloadIs(payload, "thread_rolled_back"u8);

    /// <summary>Takes an event.</summary>
    public void Take(EventMsg? message)
    {
        switch (message)
        {
            // The command of a call may ask a second time: before it runs again without its sandbox.
            case ApprovalRequestedEvent asked:
                _waiting.RemoveAll(waiting => waiting.CallId == asked.CallId);
                _waiting.Add(new WaitingApproval(asked.CallId, asked.TurnId, asked.IsRetry));
                break;
            case ApprovalResolvedEvent answered:
                _waiting.RemoveAll(waiting => waiting.CallId == answered.CallId);
                break;
        }
    }
}
