using Codex.Protocol.Events;
using Codex.Protocol.Turns;

namespace Codex.Engine.Reviews;

/// <summary>Passes the events of a reviewer on, without its answer: that is read, not shown.</summary>
/// <param name="emit">Takes the events.</param>
internal sealed class ReviewRelay(Action<EventMsg> emit)
{
    private AgentMessageEvent? _held;

    /// <summary>The last message of the reviewer; null when it did not come to an end.</summary>
    public string? Answer { get; private set; }

    /// <summary>Takes one event.</summary>
    /// <returns>Whether it was the last one.</returns>
    public bool Take(EventMsg message)
    {
        switch (message)
        {
            case TaskCompleteEvent complete:
                Answer = complete.LastAgentMessage;
                return true;
            case TurnAbortedEvent:
                return true;
            case AgentMessageEvent text:
                // Only the last message is the answer; those before it were said on the way.
                if (_held is { } earlier)
                    emit(earlier);
                _held = text;
                return false;
            case SessionConfiguredEvent or TokenCountEvent or AgentMessageDeltaEvent or ItemCompletedEvent { Item: AgentMessageTurnItem }:
                return false;
            default:
                emit(message);
                return false;
        }
    }
}
