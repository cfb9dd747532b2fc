using System.Collections.Immutable;
using Codex.AppServer.Projection;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Notices;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;
using Codex.Protocol.Accounting;
using Codex.Protocol.Errors;
using Codex.Protocol.Events;
using Codex.Protocol.Turns;
using Codex.TestSupport.Time;

namespace Codex.AppServer.Tests.Projection;

public sealed class ThreadProjectionTests
{
    private readonly HashSet<string> _unwanted = [];
    private readonly ThreadProjection _projection;

    public ThreadProjectionTests() =>
        _projection = new ThreadProjection("thread", "/w", new ManualClock(), method => !_unwanted.Contains(method));

    [Fact]
    public void A_failed_turn_repeats_its_error_at_the_end_and_the_next_turn_does_not()
    {
        Project(new TaskStartedEvent("t1", 5, null));
        var error = Assert.IsType<ErrorNotification>(Project(new ErrorEvent("boom", CodexErrorInfo.Other)));
        var ended = Assert.IsType<TurnCompletedNotification>(Project(new TaskCompleteEvent("t1", null, 7, 2000)));
        Project(new TaskStartedEvent("t2", 8, null));
        var next = Assert.IsType<TurnCompletedNotification>(Project(new TaskCompleteEvent("t2", "ok")));

        Assert.False(error.WillRetry);
        Assert.Equal((TurnStatus.Failed, 5, 7, 2000), (ended.Turn.Status, ended.Turn.StartedAt, ended.Turn.CompletedAt, ended.Turn.DurationMs));
        Assert.Equal("boom", ended.Turn.Error?.Message);
        Assert.Equal((TurnStatus.Completed, null), (next.Turn.Status, next.Turn.Error));
    }

    [Fact]
    public void An_error_that_leaves_the_turn_alone_does_not_fail_it()
    {
        Project(new TaskStartedEvent("t1", 5, null));
        Project(new ErrorEvent("no", new CodexErrorInfo(CodexErrorKind.ActiveTurnNotSteerable)));

        var ended = Assert.IsType<TurnCompletedNotification>(Project(new TaskCompleteEvent("t1", null)));

        Assert.Equal(TurnStatus.Completed, ended.Turn.Status);
    }

    [Fact]
    public void An_aborted_turn_is_interrupted()
    {
        Project(new TaskStartedEvent("t1", 5, null));

        var ended = Assert.IsType<TurnCompletedNotification>(Project(new TurnAbortedEvent("t1", TurnAbortReason.Interrupted)));

        Assert.Equal(TurnStatus.Interrupted, ended.Turn.Status);
    }

    [Fact]
    public void A_stream_error_will_be_retried_and_keeps_its_details()
    {
        var error = Assert.IsType<ErrorNotification>(Project(new StreamErrorEvent("Reconnecting... 1/5", CodexErrorInfo.Other, "cut")));

        Assert.True(error.WillRetry);
        Assert.Equal("Reconnecting... 1/5 (cut)", error.Error.MessageWithDetails);
    }

    [Fact]
    public void Deltas_that_nobody_wants_are_not_made()
    {
        var delta = new AgentMessageDeltaEvent("t1", "m1", "text");
        Assert.Equal(new AgentMessageDeltaNotification("thread", "t1", "m1", "text"), Project(delta));

        _unwanted.Add(AgentMessageDeltaNotification.Name);

        Assert.Null(Project(delta));
    }

    [Fact]
    public void A_command_is_shown_with_its_words_quoted_and_output_that_is_empty_as_null()
    {
        var begin = new ExecCommandBeginEvent("c1", "t1", "42", ["/bin/bash", "-lc", "echo hi"], "/w", [], ExecCommandSource.UnifiedExecStartup);
        var end = new ExecCommandEndEvent(
            "c1", "t1", "42", begin.Command, "/w", [], ExecCommandSource.UnifiedExecStartup, "", 0, TimeSpan.FromMilliseconds(12.7), ExecCommandStatus.Completed);

        var started = Assert.IsType<CommandExecutionThreadItem>(Assert.IsType<ItemStartedNotification>(Project(begin)).Item);
        var completed = Assert.IsType<CommandExecutionThreadItem>(Assert.IsType<ItemCompletedNotification>(Project(end)).Item);

        Assert.Equal("/bin/bash -lc 'echo hi'", started.Command);
        Assert.Equal((ItemStatus.InProgress, null, "unifiedExecStartup"), (started.Status, started.ExitCode, started.Source));
        Assert.Equal((ItemStatus.Completed, 0, null, 12), (completed.Status, completed.ExitCode, completed.AggregatedOutput, completed.DurationMs));
    }

    [Fact]
    public void Writing_to_a_session_is_no_item()
    {
        var begin = new ExecCommandBeginEvent("c1", "t1", "42", ["x"], "/w", [], ExecCommandSource.UnifiedExecInteraction);

        Assert.Null(Project(begin));
        Assert.IsType<TerminalInteractionNotification>(Project(new TerminalInteractionEvent("c1", "42", "y\n")));
    }

    [Fact]
    public void A_patch_in_progress_has_no_outcome_and_a_move_names_its_target_in_the_diff()
    {
        var changes = ImmutableSortedDictionary<string, FileChange>.Empty
            .Add("/w/a", new AddFileChange("text"))
            .Add("/w/b", new UpdateFileChange("@@ -1 +1 @@", "/w/c"));

        var started = Patch(new ItemStartedEvent("t1", new FileChangeTurnItem("p", changes)));
        var failed = Patch(new ItemCompletedEvent("t1", new FileChangeTurnItem("p", changes, PatchApplyStatus.Failed)));

        Assert.Equal(ItemStatus.InProgress, started.Status);
        Assert.Equal(ItemStatus.Failed, failed.Status);
        Assert.Equal(
            [
                new FileUpdateChange("/w/a", new PatchChangeKind.Add(), "text"),
                new FileUpdateChange("/w/b", new PatchChangeKind.Update("/w/c"), "@@ -1 +1 @@\n\nMoved to: /w/c"),
            ],
            started.Changes);
    }

    [Fact]
    public void Plans_tokens_and_notices_are_passed_on()
    {
        Assert.Equal(
            [new TurnPlanStep("a", "inProgress"), new TurnPlanStep("b", "pending")],
            Assert.IsType<TurnPlanUpdatedNotification>(
                Project(new PlanUpdateEvent("t1", null, [new PlanStep("a", "in_progress"), new PlanStep("b", "pending")]))).Plan);
        Assert.Equal(
            new TokenUsageBreakdown(3, 1, 0, 2, 0),
            Assert.IsType<ThreadTokenUsageUpdatedNotification>(
                Project(new TokenCountEvent(new TokenUsageInfo(new() { InputTokens = 1, OutputTokens = 2, TotalTokens = 3 }, TokenUsage.Zero, null), null))).TokenUsage.Total);
        Assert.Null(Project(new TokenCountEvent(null, null)));
        Assert.Equal(
            new ModelReroutedNotification("thread", "t1", "a", "b", "highRiskCyberActivity"),
            Project(new ModelRerouteEvent("a", "b", "high_risk_cyber_activity")));
        Assert.Equal(new WarningNotification("thread", "w"), Project(new WarningEvent("w")));
    }

    [Fact]
    public void A_recommended_verification_names_its_turn()
    {
        var notification = Assert.IsType<ModelVerificationNotification>(Project(new ModelVerificationEvent(["trusted_access_for_cyber"])));

        Assert.Equal(("thread", "t1", "trustedAccessForCyber"), (notification.ThreadId, notification.TurnId, Assert.Single(notification.Verifications)));
    }

    [Fact]
    public void Events_that_only_rollouts_need_are_not_sent()
    {
        Assert.Null(Project(new AgentMessageEvent("m", null, null)));
        Assert.Null(Project(new AgentReasoningEvent("r")));
        Assert.Null(Project(new ContextCompactedEvent()));
    }

    private ServerNotification? Project(EventMsg message) => _projection.Project(new Event("t1", message));

    private FileChangeThreadItem Patch(EventMsg message) => Project(message) switch
    {
        ItemStartedNotification { Item: FileChangeThreadItem item } => item,
        ItemCompletedNotification { Item: FileChangeThreadItem item } => item,
        var other => throw new InvalidOperationException($"unexpected {other}"),
    };
}
