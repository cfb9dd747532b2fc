using System.Text;
using Codex.Formats.Text.Streams;
using Codex.Protocol.Events;
using Codex.Protocol.Turns;

namespace Codex.Engine.Plans;

/// <summary>
/// Shows one response of plan mode: what stands in <c>&lt;proposed_plan&gt;</c> becomes an item of its own, the rest is the
/// agent's message, which begins only once there is something to read (<c>codex-rs/core/src/session/turn.rs</c>).
/// </summary>
internal sealed class PlanStream(Session session, Turn turn)
{
    private readonly string _planId = $"{turn.Id}-plan";
    private readonly StringBuilder _blank = new();
    private AgentMessageTurnItem? _announced;
    private bool _isMessageShown;
    private bool _isPlanStarted;
    private bool _isPlanComplete;

    /// <summary>A message begins; it is shown when it turns out to have text beside a plan.</summary>
    public void Announce(AgentMessageTurnItem message)
    {
        _announced = message with { Text = "" };
        _isMessageShown = false;
        _blank.Clear();
    }

    /// <summary>Takes in what the next part of the message holds.</summary>
    public void Take(string messageId, IReadOnlyList<PlanSegment> segments)
    {
        foreach (var segment in segments)
        {
            switch (segment.Kind)
            {
                case PlanSegmentKind.Text: ShowText(messageId, segment.Text); break;
                case PlanSegmentKind.PlanStart: StartPlan(); break;
                case PlanSegmentKind.PlanText: ShowPlan(segment.Text); break;
            }
        }
    }

    /// <summary>The message is complete: first its plan ends, then the message itself, unless it was nothing but the plan.</summary>
    /// <param name="message">The message without plan.</param>
    /// <param name="plan">The text of its plan; null when it has none.</param>
    public void Complete(AgentMessageTurnItem message, string? plan)
    {
        if (plan is not null)
            CompletePlan(plan);
        if (!string.IsNullOrWhiteSpace(message.Text))
        {
            ShowMessage(message.Id, message.Phase);
            turn.Emit(new ItemCompletedEvent(turn.Id, message));
        }

        _announced = null;
        _isMessageShown = false;
    }

    private void ShowText(string messageId, string text)
    {
        if (text.Length == 0)
            return;
        if (!_isMessageShown)
        {
            _blank.Append(text);
            if (string.IsNullOrWhiteSpace(text))
                return;
            text = _blank.ToString();
            _blank.Clear();
            ShowMessage(messageId, phase: null);
        }

        turn.Emit(new AgentMessageDeltaEvent(turn.Id, messageId, text));
    }

    private void ShowMessage(string messageId, string? phase)
    {
        if (_isMessageShown)
            return;
        _isMessageShown = true;
        turn.Emit(new ItemStartedEvent(turn.Id, _announced ?? new AgentMessageTurnItem(messageId, "", phase)));
    }

    private void StartPlan()
    {
        if (_isPlanStarted || _isPlanComplete)
            return;
        _isPlanStarted = true;
        turn.Emit(new ItemStartedEvent(turn.Id, new PlanTurnItem(_planId, "")));
    }

    private void ShowPlan(string text)
    {
        if (_isPlanComplete || text.Length == 0)
            return;
        StartPlan();
        turn.Emit(new PlanDeltaEvent(turn.Id, _planId, text));
    }

    private void CompletePlan(string text)
    {
        if (_isPlanComplete)
            return;
        StartPlan();
        _isPlanComplete = true;
        turn.Emit(new ItemCompletedEvent(turn.Id, new PlanTurnItem(_planId, text))
        {
            ThreadId = session.ThreadId,
            CompletedAtMs = session.Services.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
        });
    }
}
