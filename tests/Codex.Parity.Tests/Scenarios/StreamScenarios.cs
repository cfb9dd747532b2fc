using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>The event stream in every shape that bytes can take.</summary>
public sealed class StreamScenarios
{
    // The decoder's own words inside a reconnect notice.
    private static readonly Deviation s_detail = new Deviation(
        "BE-6", Facet.Output, line => line.Contains("Reconnecting... 1/1", StringComparison.Ordinal));

    /// <summary>A reply with something of everything; its last event completes it.</summary>
    private static Reply Rich() => Reply.Events(
        ResponseEvent.Created(),
        ResponseEvent.ItemAdded(OutputItem.Reasoning("rs_1")),
        ResponseEvent.SummaryDelta("think"),
        ResponseEvent.ItemDone(OutputItem.Reasoning("rs_1", "think")),
        ResponseEvent.ItemAdded(OutputItem.EmptyMessage()),
        ResponseEvent.TextDelta("hé"),
        ResponseEvent.TextDelta("llo 🦀"),
        ResponseEvent.ItemDone(OutputItem.Message("héllo 🦀")),
        ResponseEvent.ItemDone(OutputItem.Exec("c1", "printf ran >> count")),
        ResponseEvent.Completed());

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(17)]
    public Task Bytes_in_pieces(int size) =>
        BothPrograms.AgreeOnAsync(Scenario.Json(Rich().InPiecesOf(size), Model.Says("done")), $"pieces_{size}");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public Task A_stream_that_ends_after_event(int events) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Rich().CutAfter(events), Model.Says("done")), $"cut_{events}");

    [Fact]
    public Task A_stream_that_ends_every_time() => BothPrograms.AgreeOnAsync(Scenario.Human(
        Model.Streams("a", "b").CutAfter(3), Model.Streams("a", "b").CutAfter(3)));

    [Fact]
    public Task A_stream_that_is_reset() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Streams("a", "b").CutAfter(4, new ReplyStep.Reset()), Model.Streams("a", "b").CutAfter(4, new ReplyStep.Reset())));

    [Fact]
    public Task A_chunked_body_without_its_end() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Streams("a", "b").CutAfter(4, new ReplyStep.Close()), Model.Says("done")));

    [Fact]
    public Task A_stream_that_falls_silent() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Provider = "stream_idle_timeout_ms = 300",
        Script = () => [Stalling(), Stalling()],
    });

    [Fact]
    public Task Lines_end_in_any_way_and_comments_are_skipped() => BothPrograms.AgreeOnAsync(Scenario.Json(Reply.Raw(
        ": hi\r\n\r\ndata: " + ResponseEvent.Created() + "\r\n\r\nid: 7\nretry: 10\nevent: whatever\ndata:"
        + ResponseEvent.ItemDone(OutputItem.Message("first")) + "\n\n:keep-alive\n\ndata: "
        + ResponseEvent.ItemDone(OutputItem.Message("second")).Replace("{\"type\"", "{\ndata: \"type\"", StringComparison.Ordinal)
        + "\n\ndata: " + ResponseEvent.Completed() + "\n\n")));

    [Fact]
    public Task A_last_event_without_a_blank_line() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Reply.Raw("data: " + ResponseEvent.ItemDone(OutputItem.Message("m")) + "\n\ndata: " + ResponseEvent.Completed() + "\n"),
        Model.Says("again")));

    [Fact]
    public Task Unknown_events_and_lines_that_are_not_json() => BothPrograms.AgreeOnAsync(Scenario.Json(Reply.Raw(
        "data: not json\n\ndata: {\"type\":\"response.dance\",\"x\":1}\n\ndata: {\"no\":\"type\"}\n\ndata: [1]\n\ndata: [DONE]\n\nevent: x\n\n"
        + "data: " + ResponseEvent.ItemDone(OutputItem.Message("m")) + "\n\ndata: " + ResponseEvent.Completed() + "\n\n")));

    [Fact]
    public Task Items_that_do_not_fit_their_shape() => BothPrograms.AgreeOnAsync(Scenario.Json(Reply.Events(
        ResponseEvent.Created(),
        ResponseEvent.ItemDone(OutputItem.Json(("type", "function_call"), ("id", "x"))),
        ResponseEvent.ItemDone(OutputItem.Json(("type", "message"), ("role", 5))),
        ResponseEvent.ItemDone(OutputItem.Json(("type", "hologram"), ("id", "h"))),
        ResponseEvent.Event("response.output_item.done"),
        ResponseEvent.TextDelta("nowhere"),
        ResponseEvent.ItemDone(OutputItem.Message("m")),
        ResponseEvent.Completed())));

    [Fact]
    public Task A_completion_that_cannot_be_read() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Reply.Events(ResponseEvent.ItemDone(OutputItem.Message("m")), "{\"type\":\"response.completed\",\"response\":{\"usage\":7}}"),
        Model.Says("again")) with
    { Deviations = [s_detail] });

    [Fact]
    public Task A_message_of_two_megabytes_in_one_line() => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Says(new string('x', 2_000_000))) with { Without = [Facet.Rollouts] });

    [Fact]
    public Task Bytes_that_are_not_utf8() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Reply.Raw((byte[])[.. "data: {\"type\":\"response.output_text.delta\",\"delta\":\""u8, 0xff, 0xfe, .. "\"}\n\n"u8,
            .. Model.Says("fine").Body()]),
        Model.Says("again")) with
    { Deviations = [s_detail] });

    [Fact]
    public Task Events_after_the_completion_are_not_read() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Says("m").Then(new ReplyStep.Write(Reply.SseBytes(ResponseEvent.ItemDone(OutputItem.Message("late")))))));

    [Fact]
    // Not more: on a busy machine 0.136.0 drops events when its front end lags behind.
    public Task Many_deltas() => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Streams([.. Enumerable.Range(0, 300).Select(number => $"{number} ")])));

    private static Reply Stalling() =>
        Model.Streams("a").CutAfter(2, new ReplyStep.Stall(new TaskCompletionSource()));
}
