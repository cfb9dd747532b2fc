using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Reviews;
using Codex.Protocol.Turns;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests.Reviews;

public sealed class ReviewTaskTests
{
    private static readonly Op.Review s_review = new(new ReviewTarget.UncommittedChanges());

    [Fact]
    public async Task An_interrupt_ends_the_reviewer_and_the_review()
    {
        var tool = new EchoTool("wait", parallel: true, new TaskCompletionSource().Task);
        await using var engine = new EngineFixture(Model.Produces(OutputItem.FunctionCall("c1", "wait", "1")));
        await using var thread = await engine.Manager.StartAsync(engine.Options() with { ExtraTools = [tool] }, EngineFixture.Timeout);
        await thread.SubmitAsync(s_review, EngineFixture.Timeout);
        await tool.Called.Task.WaitAsync(EngineFixture.Timeout);
        await thread.SubmitAsync(new Op.Interrupt(), EngineFixture.Timeout);
        var events = await EngineFixture.ReadTurnAsync(thread);

        Assert.Equal(TurnAbortReason.Interrupted, Assert.IsType<TurnAbortedEvent>(events[^1]).Reason);
        Assert.Null(Assert.Single(events.OfType<ExitedReviewModeEvent>()).ReviewOutput);
        Assert.Equal(2, engine.RolloutFiles.Length);
        Assert.All(engine.RolloutFiles, static file => Assert.Contains("turn_aborted", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_review_takes_no_input_while_it_runs()
    {
        var gate = new TaskCompletionSource();
        var tool = new EchoTool("wait", parallel: true, gate.Task);
        await using var engine = new EngineFixture(Model.Produces(OutputItem.FunctionCall("c1", "wait", "1")), Model.Says("fine"));
        await using var thread = await engine.Manager.StartAsync(engine.Options() with { ExtraTools = [tool] }, EngineFixture.Timeout);
        await thread.SubmitAsync(s_review, EngineFixture.Timeout);
        await tool.Called.Task.WaitAsync(EngineFixture.Timeout);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await thread.SubmitAsync(EngineFixture.Say("hello"), EngineFixture.Timeout));
        Assert.Equal("cannot steer a review turn", error.Message);
        gate.SetResult();
        Assert.IsType<TaskCompleteEvent>((await EngineFixture.ReadTurnAsync(thread))[^1]);
    }

    [Fact]
    public async Task A_review_replaces_the_turn_that_runs()
    {
        var tool = new EchoTool("wait", parallel: true, new TaskCompletionSource().Task);
        await using var engine = new EngineFixture(Model.Produces(OutputItem.FunctionCall("c1", "wait", "1")), Model.Says("fine"));
        await using var thread = await engine.Manager.StartAsync(engine.Options() with { ExtraTools = [tool] }, EngineFixture.Timeout);
        await thread.SubmitAsync(EngineFixture.Say("go"), EngineFixture.Timeout);
        await tool.Called.Task.WaitAsync(EngineFixture.Timeout);
        await thread.SubmitAsync(s_review, EngineFixture.Timeout);

        Assert.Equal(TurnAbortReason.Replaced, Assert.IsType<TurnAbortedEvent>((await EngineFixture.ReadTurnAsync(thread))[^1]).Reason);
        var events = await EngineFixture.ReadTurnAsync(thread);
        Assert.Equal("fine", Assert.Single(events.OfType<ExitedReviewModeEvent>()).ReviewOutput!.OverallExplanation);
    }
}
