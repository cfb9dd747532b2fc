using System.Text.Json;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Turns;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests;

public sealed class TurnTests
{
    [Fact]
    public async Task A_plain_turn_has_one_terminal_event_and_carries_the_answer()
    {
        await using var engine = new EngineFixture(Model.Says("hello"));
        var events = await engine.RunAsync("hi");

        var complete = Assert.IsType<TaskCompleteEvent>(events[^1]);
        Assert.Equal("hello", complete.LastAgentMessage);
        Assert.Single(events, static message => message is TaskCompleteEvent or TurnAbortedEvent);
        Assert.IsType<SessionConfiguredEvent>(events[0]);
        Assert.IsType<TaskStartedEvent>(events[1]);
    }

    [Fact]
    public async Task A_recommended_verification_is_passed_on_once_a_turn()
    {
        const string Metadata = """{"type":"response.metadata","metadata":{"openai_verification_recommendation":["trusted_access_for_cyber","new"]}}""";
        var reply = Reply.Events(
            ResponseEvent.Created(), Metadata, Metadata, ResponseEvent.ItemDone(OutputItem.Message("hi")), ResponseEvent.Completed(endTurn: false));
        await using var engine = new EngineFixture(reply, Reply.Events(Metadata, ResponseEvent.Completed()));
        var events = await engine.RunAsync("hi");

        Assert.Equal(["trusted_access_for_cyber"], Assert.Single(events.OfType<ModelVerificationEvent>()).Verifications);
    }

    [Fact]
    public async Task The_prefix_of_a_request_is_made_of_the_bytes_of_the_one_before()
    {
        await using var engine = new EngineFixture(Model.Says("one"), Model.Says("two"));
        await using var thread = await engine.Manager.StartAsync(engine.Options(), EngineFixture.Timeout);
        await EngineFixture.RunTurnAsync(thread, "first");
        await EngineFixture.RunTurnAsync(thread, "second");

        var first = engine.Server.Requests[0].Json().GetProperty("input").GetRawText()[..^1];
        var second = engine.Server.Requests[1].Json().GetProperty("input").GetRawText();
        Assert.StartsWith(first, second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tool_outputs_reach_history_in_call_order_whatever_finished_first()
    {
        var gate = new TaskCompletionSource();
        var slow = new EchoTool("slow", parallel: true, gate.Task);
        var fast = new EchoTool("fast", parallel: true);
        await using var engine = new EngineFixture(
            Model.Produces(OutputItem.FunctionCall("c1", "slow", "1"), OutputItem.FunctionCall("c2", "fast", "2")),
            Model.Says("done"));
        var run = engine.RunAsync("go", engine.Options() with { ExtraTools = [slow, fast] });
        await fast.Called.Task.WaitAsync(EngineFixture.Timeout);
        gate.SetResult();
        await run;

        var outputs = Outputs(engine.Server.Requests[1]);
        Assert.Equal([("c1", "1"), ("c2", "2")], outputs);
    }

    [Fact]
    public async Task An_exclusive_tool_waits_for_the_calls_before_it()
    {
        var gate = new TaskCompletionSource();
        var shared = new EchoTool("shared", parallel: true, gate.Task);
        var exclusive = new EchoTool("exclusive", parallel: false);
        await using var engine = new EngineFixture(
            Model.Produces(OutputItem.FunctionCall("c1", "shared", "1"), OutputItem.FunctionCall("c2", "exclusive", "2")),
            Model.Says("done"));
        var run = engine.RunAsync("go", engine.Options() with { ExtraTools = [shared, exclusive] });
        await shared.Called.Task.WaitAsync(EngineFixture.Timeout);
        Assert.False(exclusive.Called.Task.IsCompleted);
        gate.SetResult();
        await run;
        Assert.Equal(1, exclusive.Calls);
    }

    [Fact]
    public async Task A_tool_whose_stream_broke_afterwards_runs_once_and_its_output_is_sent_with_the_retry()
    {
        var tool = new EchoTool("echo", parallel: true);
        var broken = Model.Produces(OutputItem.FunctionCall("c1", "echo", "1"));
        await using var engine = new EngineFixture(broken with { Steps = [.. broken.Steps.Take(2)] }, Model.Says("done"));
        var events = await engine.RunAsync("go", engine.Options(streamRetries: 1) with { ExtraTools = [tool] });

        Assert.Equal(1, tool.Calls);
        Assert.Equal([("c1", "1")], Outputs(engine.Server.Requests[1]));
        var retry = Assert.Single(events.OfType<StreamErrorEvent>());
        Assert.Equal("Reconnecting... 1/1", retry.Message);
        Assert.Equal("done", Assert.IsType<TaskCompleteEvent>(events[^1]).LastAgentMessage);
    }

    [Fact]
    public async Task An_unknown_tool_is_answered_and_the_turn_goes_on()
    {
        await using var engine = new EngineFixture(Model.Produces(OutputItem.FunctionCall("c1", "nope", "{}")), Model.Says("done"));
        await engine.RunAsync("go");
        Assert.Equal([("c1", "unsupported call: nope")], Outputs(engine.Server.Requests[1]));
    }

    [Fact]
    public async Task A_failed_turn_reports_the_error_and_completes_without_a_message()
    {
        await using var engine = new EngineFixture(Reply.Events(ResponseEvent.Created(), ResponseEvent.Failed("invalid_prompt", "bad prompt")));
        var events = await engine.RunAsync("go");
        Assert.Equal("bad prompt", Assert.Single(events.OfType<ErrorEvent>()).Message);
        Assert.Null(Assert.IsType<TaskCompleteEvent>(events[^1]).LastAgentMessage);
    }

    [Fact]
    public async Task Interrupting_answers_the_open_call_and_ends_with_one_abort()
    {
        var never = new TaskCompletionSource();
        var tool = new EchoTool("wait", parallel: true, never.Task);
        await using var engine = new EngineFixture(Model.Produces(OutputItem.FunctionCall("c1", "wait", "1")), Model.Says("again"));
        await using var thread = await engine.Manager.StartAsync(engine.Options() with { ExtraTools = [tool] }, EngineFixture.Timeout);
        await thread.SubmitAsync(EngineFixture.Say("go"), EngineFixture.Timeout);
        await tool.Called.Task.WaitAsync(EngineFixture.Timeout);
        await thread.SubmitAsync(new Op.Interrupt(), EngineFixture.Timeout);
        var events = await EngineFixture.ReadTurnAsync(thread);
        Assert.Equal(TurnAbortReason.Interrupted, Assert.IsType<TurnAbortedEvent>(events[^1]).Reason);

        await EngineFixture.RunTurnAsync(thread, "next");
        var (callId, output) = Assert.Single(Outputs(engine.Server.Requests[1]));
        Assert.Equal("c1", callId);
        Assert.Matches(@"^aborted by user after \d+\.\ds$", output);
        Assert.Contains("<turn_aborted>", engine.Server.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steering_during_a_tool_call_is_delivered_before_the_next_request()
    {
        var gate = new TaskCompletionSource();
        var tool = new EchoTool("wait", parallel: true, gate.Task);
        await using var engine = new EngineFixture(Model.Produces(OutputItem.FunctionCall("c1", "wait", "1")), Model.Says("done"));
        await using var thread = await engine.Manager.StartAsync(engine.Options() with { ExtraTools = [tool] }, EngineFixture.Timeout);
        var turn = await thread.SubmitAsync(EngineFixture.Say("go"), EngineFixture.Timeout);
        await tool.Called.Task.WaitAsync(EngineFixture.Timeout);
        Assert.Equal(turn, await thread.SubmitAsync(EngineFixture.Say("and this"), EngineFixture.Timeout));
        gate.SetResult();
        await EngineFixture.ReadTurnAsync(thread);

        var input = engine.Server.Requests[1].Json().GetProperty("input").EnumerateArray().ToArray();
        Assert.Equal("function_call_output", input[^2].GetProperty("type").GetString());
        Assert.Equal("and this", input[^1].GetProperty("content")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_model_that_says_it_is_not_done_is_asked_again()
    {
        await using var engine = new EngineFixture(
            Reply.Events(ResponseEvent.Created(), ResponseEvent.ItemDone(OutputItem.Message("part")), ResponseEvent.Completed(endTurn: false)),
            Model.Says("done"));
        var events = await engine.RunAsync("go");
        Assert.Equal(2, engine.Server.Requests.Count);
        Assert.Equal("done", Assert.IsType<TaskCompleteEvent>(events[^1]).LastAgentMessage);
    }

    [Fact]
    public async Task Citations_are_neither_streamed_nor_shown_but_stay_in_history()
    {
        const string Answer = "see<oai-mem-citation>notes</oai-mem-citation> this";
        await using var engine = new EngineFixture(Model.Streams("see<oai-mem", "-citation>notes</oai-mem-citation", "> this"), Model.Says("two"));
        await using var thread = await engine.Manager.StartAsync(engine.Options(), EngineFixture.Timeout);
        var events = await EngineFixture.RunTurnAsync(thread, "go");
        Assert.Equal("see this", string.Concat(events.OfType<AgentMessageDeltaEvent>().Select(static delta => delta.Delta)));
        Assert.Equal("see this", Assert.IsType<TaskCompleteEvent>(events[^1]).LastAgentMessage);
        await EngineFixture.RunTurnAsync(thread, "next");
        Assert.Contains(Answer, engine.Server.Requests[1].Text, StringComparison.Ordinal);
    }

    private static List<(string CallId, string Output)> Outputs(CapturedRequest request) =>
    [
        .. request.Json().GetProperty("input").EnumerateArray()
            .Where(static item => item.GetProperty("type").GetString() == "function_call_output")
            .Select(static item => (item.GetProperty("call_id").GetString()!, Text(item.GetProperty("output")))),
    ];

    private static string Text(JsonElement output) => output.GetString()!;
}
