using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Turns;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests.Compaction;

public sealed class CompactionTests
{
    [Fact]
    public async Task A_compaction_on_request_leaves_the_users_words_and_a_summary()
    {
        await using var engine = new EngineFixture(Model.Says("one"), Model.Says("the summary"), Model.Says("two"));
        await using var thread = await engine.Manager.StartAsync(engine.Options(), EngineFixture.Timeout);
        await EngineFixture.RunTurnAsync(thread, "first");
        await thread.SubmitAsync(new Op.Compact(), EngineFixture.Timeout);
        var events = await EngineFixture.ReadTurnAsync(thread);
        await EngineFixture.RunTurnAsync(thread, "second");

        Assert.Single(events, static message => message is TaskStartedEvent);
        Assert.Single(events, static message => message is ContextCompactedEvent);
        Assert.Null(Assert.IsType<TaskCompleteEvent>(events[^1]).LastAgentMessage);
        Assert.Contains("\"trigger\":\"manual\"", Metadata(engine.Server.Requests[1]), StringComparison.Ordinal);
        Assert.EndsWith(":1", engine.Server.Requests[2].Header("x-codex-window-id"), StringComparison.Ordinal);
        Assert.Equal(["first", "the summary", "<permissions", "<environment_context", "second"], Texts(engine.Server.Requests[2]).Select(Shorten));
    }

    [Fact]
    public async Task A_compacted_thread_that_is_taken_up_again_tells_the_model_everything()
    {
        await using var engine = new EngineFixture(Model.Says("one"), Model.Says("the summary"), Model.Says("two"));
        await using (var thread = await engine.Manager.StartAsync(engine.Options(), EngineFixture.Timeout))
        {
            await EngineFixture.RunTurnAsync(thread, "first");
            await thread.SubmitAsync(new Op.Compact(), EngineFixture.Timeout);
            await EngineFixture.ReadTurnAsync(thread);
        }

        await using var resumed = await engine.Manager.ResumeAsync(Assert.Single(engine.RolloutFiles), engine.Options(), EngineFixture.Timeout);
        await EngineFixture.RunTurnAsync(resumed, "second");
        Assert.Equal(["first", "the summary", "<permissions", "<environment_context", "second"], Texts(engine.Server.Requests[2]).Select(Shorten));
    }

    [Fact]
    public async Task Input_that_came_before_a_compaction_waits_for_what_the_model_was_about_to_do()
    {
        var gate = new TaskCompletionSource();
        var tool = new EchoTool("wait", parallel: true, gate.Task);
        await using var engine = new EngineFixture(
            Uses(2_000_000, OutputItem.FunctionCall("c1", "wait", "1")), Model.Says("the summary"), Model.Says("going on"), Model.Says("done"));
        await using var thread = await engine.Manager.StartAsync(engine.Options() with { ExtraTools = [tool] }, EngineFixture.Timeout);
        await thread.SubmitAsync(EngineFixture.Say("first"), EngineFixture.Timeout);
        await tool.Called.Task.WaitAsync(EngineFixture.Timeout);
        await thread.SubmitAsync(EngineFixture.Say("meanwhile"), EngineFixture.Timeout);
        gate.SetResult();
        await EngineFixture.ReadTurnAsync(thread);

        Assert.Equal("the summary", Shorten(Texts(engine.Server.Requests[2])[^1]));
        Assert.Equal("meanwhile", Texts(engine.Server.Requests[3])[^1]);
    }

    [Fact]
    public async Task A_compaction_takes_no_input_and_can_be_interrupted()
    {
        await using var engine = new EngineFixture(
            Model.Says("one"), Model.Says("never").CutAfter(1, new ReplyStep.Stall(new TaskCompletionSource())));
        await using var thread = await engine.Manager.StartAsync(engine.Options(), EngineFixture.Timeout);
        await EngineFixture.RunTurnAsync(thread, "first");
        await thread.SubmitAsync(new Op.Compact(), EngineFixture.Timeout);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await thread.SubmitAsync(EngineFixture.Say("hello"), EngineFixture.Timeout));
        Assert.Equal("cannot steer a compact turn", error.Message);
        await thread.SubmitAsync(new Op.Interrupt(), EngineFixture.Timeout);
        Assert.Equal(TurnAbortReason.Interrupted, Assert.IsType<TurnAbortedEvent>((await EngineFixture.ReadTurnAsync(thread))[^1]).Reason);
    }

    private static Reply Uses(long tokens, System.Text.Json.Nodes.JsonObject item) =>
        Reply.Events([ResponseEvent.Created(), ResponseEvent.ItemDone(item), ResponseEvent.Completed(input: tokens)]);

    private static string Metadata(CapturedRequest request) => request.Header("x-codex-turn-metadata")!;

    private static List<string> Texts(CapturedRequest request) =>
    [
        .. request.Json().GetProperty("input").EnumerateArray()
            .Where(static item => item.GetProperty("type").GetString() == "message")
            .Select(static item => item.GetProperty("content")[0].GetProperty("text").GetString()!),
    ];

    private static string Shorten(string text) => text.StartsWith('<') ? text[..text.IndexOfAny([' ', '>'])] : text.Split('\n')[^1];
}
