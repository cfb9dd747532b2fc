using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Operations;
using Codex.Protocol.Permissions;
using Codex.Protocol.Reviews;
using Codex.Protocol.Turns;

namespace Codex.Engine.Reviews;

/// <summary>
/// A review: an agent of its own looks at the changes; its events are shown as this thread's, and what it found becomes part of
/// the conversation (<c>codex-rs/core/src/tasks/review.rs</c>).
/// </summary>
internal sealed class ReviewTask(Session session, string id, ReviewTarget target) : SessionTask(session, id)
{
    private const string Kind = "review";
    private const string InterruptedText = "Review was interrupted. Please re-run /review and wait for it to complete.";

    /// <inheritdoc/>
    public override string? RefusesInputAs => Kind;

    /// <inheritdoc/>
    protected override async Task<string?> RunCoreAsync(CancellationToken cancellationToken)
    {
        var prompt = await new ReviewPrompt(Session).ForAsync(target, cancellationToken).ConfigureAwait(false);
        Emit(new EnteredReviewModeEvent(target, target.Description));
        var answer = await AskAsync(prompt, cancellationToken).ConfigureAwait(false);
        Finish(answer is null ? null : ReviewAnswer.Parse(answer));
        return null;
    }

    /// <inheritdoc/>
    protected override void OnAborted() => Finish(output: null);

    private async Task<string?> AskAsync(string prompt, CancellationToken cancellationToken)
    {
        var origin = new SubagentOrigin(Session.SessionId, Session.ThreadId, Kind);
        var reviewer = new Session(
            Session.Services, ReviewerOptions(), Session.Services.Ids.NewVersion7().ToString("D"), history: null, rolloutPath: null, origin);
        await using (reviewer.ConfigureAwait(false))
        {
            await reviewer.SubmitAsync(new Op.UserInput([new TextInput(prompt)]), cancellationToken).ConfigureAwait(false);
            var relay = new ReviewRelay(Emit);
            await foreach (var happened in reviewer.ReadEventsAsync(cancellationToken).ConfigureAwait(false))
            {
                if (relay.Take(happened.Message))
                    break;
            }

            return relay.Answer;
        }
    }

    private ThreadStartOptions ReviewerOptions() => Session.Options with
    {
        Model = Session.Options.ReviewModel ?? Session.Options.Model,
        BaseInstructions = ReviewRubric.Text,
        ApprovalPolicy = AskForApproval.Never,
        Tools = Session.Options.Tools with { WebSearch = "disabled" },
        StartupWarnings = [],
    };

    private void Finish(ReviewOutput? output)
    {
        Session.RecordItem(MessageItem.OfText("user", output is null ? ReviewRecord.Interrupted : ReviewRecord.Of(output)));
        Emit(new ExitedReviewModeEvent(output));
        var text = output is null ? InterruptedText : ReviewText.Render(output);
        Session.RecordItem(MessageItem.OfText("assistant", text));
        var item = new AgentMessageTurnItem("review_rollout_assistant", text, Phase: null);
        Emit(new ItemStartedEvent(Id, item));
        Emit(new ItemCompletedEvent(Id, item));
    }
}
