using System.Text;
using System.Text.Json.Nodes;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Notices;
using Codex.AppServer.Protocol.Turns;

namespace Codex.Exec.Tests.Output;

public sealed class JsonOutputTests
{
    private const string ThreadLine = $$"""{"type":"thread.started","thread_id":"{{ExecRunHarness.ThreadId}}"}""";
    private const string TurnLine = """{"type":"turn.started"}""";
    private const string NoUsage =
        """{"type":"turn.completed","usage":{"input_tokens":0,"cached_input_tokens":0,"output_tokens":0,"reasoning_output_tokens":0}}""";

    private readonly ExecRunHarness _harness = new();

    public JsonOutputTests() => _harness.Options = _harness.Options with { Json = true };

    [Fact]
    public async Task A_plain_turn_prints_thread_turn_message_and_usage()
    {
        var exitCode = await _harness.RunAsync(
            Notify.TurnStarted, Notify.Message("hello \"there\"\u001b é 😀"), Notify.Usage(100, 20, 30), Notify.Completed);

        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                ThreadLine,
                TurnLine,
                """{"type":"item.completed","item":{"id":"item_0","type":"agent_message","text":"hello \"there\"\u001b é 😀"}}""",
                """{"type":"turn.completed","usage":{"input_tokens":100,"cached_input_tokens":20,"output_tokens":30,"reasoning_output_tokens":0}}""",
            ],
            Lines());
        Assert.Empty(_harness.StandardError);
    }

    [Fact]
    public async Task A_command_keeps_its_number_from_start_to_end()
    {
        await _harness.RunAsync(
            Notify.TurnStarted,
            Notify.Started(Notify.Command(ItemStatus.InProgress, null, null)),
            Notify.Message("meanwhile"),
            Notify.Done(Notify.Command(ItemStatus.Completed, "hi\n", 0)),
            Notify.Completed);

        Assert.Equal(
            [
                """{"type":"item.started","item":{"id":"item_0","type":"command_execution","command":"/bin/bash -lc 'echo hi'","aggregated_output":"","exit_code":null,"status":"in_progress"}}""",
                """{"type":"item.completed","item":{"id":"item_1","type":"agent_message","text":"meanwhile"}}""",
                """{"type":"item.completed","item":{"id":"item_0","type":"command_execution","command":"/bin/bash -lc 'echo hi'","aggregated_output":"hi\n","exit_code":0,"status":"completed"}}""",
            ],
            Lines()[2..5]);
    }

    [Theory]
    [InlineData(8 * 1024)]
    [InlineData((8 * 1024) + 1)]
    [InlineData(100_003)]
    public async Task A_long_output_is_written_as_a_short_one_is(int length)
    {
        // A character of two halves lies across every multiple of an odd length.
        var output = string.Concat(Enumerable.Repeat("a\"😀\n\u0001é", length))[..length] + "\ud83d";

        await _harness.RunAsync(
            Notify.TurnStarted,
            Notify.Started(Notify.Command(ItemStatus.InProgress, null, null)),
            Notify.Done(Notify.Command(ItemStatus.Completed, output, 0)),
            Notify.Completed);

        var line = Lines()[3];
        Assert.EndsWith("""
            ","exit_code":0,"status":"completed"}}
            """, line);
        Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(output)), JsonNode.Parse(line)!["item"]!["aggregated_output"]!.GetValue<string>());
    }

    [Fact]
    public async Task Reasoning_is_joined_and_blank_reasoning_is_left_out_without_using_a_number()
    {
        await _harness.RunAsync(
            Notify.TurnStarted,
            Notify.Done(new ReasoningThreadItem("r0", [" ", ""], ["raw"])),
            Notify.Done(new ReasoningThreadItem("r1", ["first part", "second part"], [])),
            Notify.Completed);

        Assert.Equal(
            ["""{"type":"item.completed","item":{"id":"item_0","type":"reasoning","text":"first part\nsecond part"}}"""],
            Lines()[2..^1]);
    }

    [Fact]
    public async Task A_declined_patch_is_a_failed_one_and_a_move_is_an_update()
    {
        await _harness.RunAsync(
            Notify.TurnStarted,
            Notify.Done(new FileChangeThreadItem(
                "p",
                [new("/w/a", new PatchChangeKind.Add(), "x"), new("/w/b", new PatchChangeKind.Update("/w/c"), ""), new("/w/d", new PatchChangeKind.Delete(), "")],
                ItemStatus.Declined)),
            Notify.Completed);

        Assert.Equal(
            ["""{"type":"item.completed","item":{"id":"item_0","type":"file_change","changes":[{"path":"/w/a","kind":"add"},{"path":"/w/b","kind":"update"},{"path":"/w/d","kind":"delete"}],"status":"failed"}}"""],
            Lines()[2..^1]);
    }

    [Fact]
    public async Task The_todo_list_starts_is_updated_and_completes_before_the_turn()
    {
        await _harness.RunAsync(
            Notify.TurnStarted,
            Notify.Plan("why", new TurnPlanStep("a", "completed"), new TurnPlanStep("b", "inProgress")),
            Notify.Plan(null, new TurnPlanStep("b", "completed")),
            Notify.Completed);

        Assert.Equal(
            [
                """{"type":"item.started","item":{"id":"item_0","type":"todo_list","items":[{"text":"a","completed":true},{"text":"b","completed":false}]}}""",
                """{"type":"item.updated","item":{"id":"item_0","type":"todo_list","items":[{"text":"b","completed":true}]}}""",
                """{"type":"item.completed","item":{"id":"item_0","type":"todo_list","items":[{"text":"b","completed":true}]}}""",
                NoUsage,
            ],
            Lines()[2..]);
    }

    [Fact]
    public async Task A_web_search_has_two_ids_and_opened_pages_are_other_actions()
    {
        await _harness.RunAsync(
            Notify.TurnStarted,
            Notify.Started(new WebSearchThreadItem("ws_1", "", null)),
            Notify.Done(new WebSearchThreadItem("ws_1", "weather", new WebSearchAction.Search("weather", null))),
            Notify.Done(new WebSearchThreadItem("ws_2", "https://x", new WebSearchAction.OpenPage("https://x"))),
            Notify.Completed);

        Assert.Equal(
            [
                """{"type":"item.started","item":{"id":"item_0","type":"web_search","id":"ws_1","query":"","action":{"type":"other"}}}""",
                """{"type":"item.completed","item":{"id":"item_0","type":"web_search","id":"ws_1","query":"weather","action":{"type":"search","query":"weather"}}}""",
                """{"type":"item.completed","item":{"id":"item_1","type":"web_search","id":"ws_2","query":"https://x","action":{"type":"other"}}}""",
            ],
            Lines()[2..^1]);
    }

    [Fact]
    public async Task Retries_are_error_events_and_do_not_fail_the_run()
    {
        var exitCode = await _harness.RunAsync(
            Notify.TurnStarted, Notify.Error("Reconnecting... 1/5", "cut", willRetry: true), Notify.Completed);

        Assert.Equal(0, exitCode);
        Assert.Equal([ThreadLine, TurnLine, """{"type":"error","message":"Reconnecting... 1/5 (cut)"}""", NoUsage], Lines());
    }

    [Fact]
    public async Task A_failed_turn_ends_with_turn_failed_and_exit_code_1()
    {
        var exitCode = await _harness.RunAsync(
            Notify.TurnStarted, Notify.Error("boom"), Notify.Ended(TurnStatus.Failed, new TurnError("boom", null, null)));

        Assert.Equal(1, exitCode);
        Assert.Equal(
            ["""{"type":"error","message":"boom"}""", """{"type":"turn.failed","error":{"message":"boom"}}"""], Lines()[2..]);
    }

    [Fact]
    public async Task Configuration_warnings_and_reroutes_are_error_items()
    {
        await _harness.RunAsync(
            new ConfigWarningNotification("odd key", "in file"),
            new ModelReroutedNotification(ExecRunHarness.ThreadId, ExecRunHarness.TurnId, "a", "b", "highRiskCyberActivity"),
            Notify.Completed);

        Assert.Equal(
            [
                """{"type":"item.completed","item":{"id":"item_0","type":"error","message":"odd key (in file)"}}""",
                """{"type":"item.completed","item":{"id":"item_1","type":"error","message":"model rerouted: a -> b (HighRiskCyberActivity)"}}""",
            ],
            Lines()[1..^1]);
    }

    [Fact]
    public async Task Notifications_of_other_turns_and_threads_are_not_shown()
    {
        await _harness.RunAsync(
            new TurnDiffUpdatedNotification("other", ExecRunHarness.TurnId, "diff"),
            new ItemCompletedNotification(new AgentMessageThreadItem("m", "no", null), ExecRunHarness.ThreadId, "other turn", 0),
            Notify.Completed);

        Assert.Equal([ThreadLine, NoUsage], Lines());
    }

    [Fact]
    public async Task An_interrupt_ends_the_stream_without_a_closing_event()
    {
        _harness.OnListen = static signal => signal(ExecSignal.Interrupt);
        _harness.Connection.MessagesAfterInterrupt = [Notify.Ended(TurnStatus.Interrupted)];

        var exitCode = await _harness.RunAsync(Notify.TurnStarted);

        Assert.Equal(1, exitCode);
        Assert.Equal([ThreadLine, TurnLine], Lines());
    }

    [Fact]
    public async Task A_second_signal_ends_the_run_at_once()
    {
        _harness.OnListen = static signal =>
        {
            signal(ExecSignal.Interrupt);
            signal(ExecSignal.Interrupt);
        };

        Assert.Equal(1, await _harness.RunAsync(Notify.TurnStarted));
    }

    private string[] Lines() => _harness.StandardOutput.TrimEnd('\n').Split('\n');
}
