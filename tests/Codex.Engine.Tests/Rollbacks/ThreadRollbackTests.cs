using Codex.Protocol.Errors;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests.Rollbacks;

public sealed class ThreadRollbackTests
{
    [Fact]
    public async Task After_all_turns_were_taken_back_the_model_is_told_everything_again()
    {
        await using var engine = new EngineFixture(Model.Says("one"), Model.Says("two"));
        await using var thread = await engine.Manager.StartAsync(engine.Options(), EngineFixture.Timeout);
        await EngineFixture.RunTurnAsync(thread, "walrus");
        await thread.SubmitAsync(new Op.ThreadRollback(5), EngineFixture.Timeout);
        var events = await EngineFixture.RunTurnAsync(thread, "badger");

        Assert.Equal(5, Assert.Single(events.OfType<ThreadRolledBackEvent>()).NumTurns);
        var text = engine.Server.Requests[1].Text;
        Assert.DoesNotContain("walrus", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("<environment_context>").Length);
    }

    [Fact]
    public async Task A_resumed_thread_has_taken_the_turns_back_too()
    {
        await using var engine = new EngineFixture(Model.Says("one"), Model.Says("two"), Model.Says("three"));
        await using (var thread = await engine.Manager.StartAsync(engine.Options(), EngineFixture.Timeout))
        {
            await EngineFixture.RunTurnAsync(thread, "walrus");
            await thread.SubmitAsync(Changed("badger"), EngineFixture.Timeout);
            await EngineFixture.ReadTurnAsync(thread);
            await thread.SubmitAsync(new Op.ThreadRollback(1), EngineFixture.Timeout);
        }

        await using var resumed = await engine.Manager.ResumeAsync(engine.RolloutFiles.Single(), engine.Options(), EngineFixture.Timeout);
        await EngineFixture.RunTurnAsync(resumed, "otter");
        var text = engine.Server.Requests[2].Text;
        Assert.DoesNotContain("badger", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<model_switch>", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("<environment_context>").Length);

        static Op.UserInput Changed(string text) => EngineFixture.Say(text) with { Settings = new ThreadSettingsOverrides { Model = "gpt-5.4" } };
    }

    [Theory]
    [InlineData(0, false, "num_turns must be >= 1")]
    [InlineData(1, true, "thread rollback requires persisted thread history")]
    public async Task A_rollback_that_is_not_possible_says_why(int turns, bool ephemeral, string message)
    {
        await using var engine = new EngineFixture(Model.Says("one"));
        await using var thread = await engine.Manager.StartAsync(engine.Options() with { Ephemeral = ephemeral }, EngineFixture.Timeout);
        await thread.SubmitAsync(new Op.ThreadRollback(turns), EngineFixture.Timeout);
        var events = await EngineFixture.RunTurnAsync(thread, "go");
        var error = Assert.Single(events.OfType<ErrorEvent>());
        Assert.Equal((message, CodexErrorKind.ThreadRollbackFailed), (error.Message, error.Info.Kind));
    }

    [Fact]
    public async Task A_thread_whose_turn_runs_is_not_rolled_back()
    {
        var gate = new TaskCompletionSource();
        var tool = new EchoTool("wait", parallel: true, gate.Task);
        await using var engine = new EngineFixture(Model.Produces(OutputItem.FunctionCall("c1", "wait", "1")), Model.Says("done"));
        await using var thread = await engine.Manager.StartAsync(engine.Options() with { ExtraTools = [tool] }, EngineFixture.Timeout);
        await thread.SubmitAsync(EngineFixture.Say("go"), EngineFixture.Timeout);
        await tool.Called.Task.WaitAsync(EngineFixture.Timeout);
        await thread.SubmitAsync(new Op.ThreadRollback(1), EngineFixture.Timeout);
        gate.SetResult();
        var events = await EngineFixture.ReadTurnAsync(thread);
        Assert.Equal("Cannot rollback while a turn is in progress.", Assert.Single(events.OfType<ErrorEvent>()).Message);
        Assert.Contains("go", engine.Server.Requests[1].Text, StringComparison.Ordinal);
    }
}
