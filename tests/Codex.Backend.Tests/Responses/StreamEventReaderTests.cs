using System.Text;
using Codex.Backend.Responses;
using Codex.Protocol.Accounting;
using Codex.Protocol.Errors;
using Codex.Protocol.Items;
using Codex.TestSupport.Scripts;

namespace Codex.Backend.Tests.Responses;

public sealed class StreamEventReaderTests
{
    [Fact]
    public void Every_kind_becomes_its_event()
    {
        Assert.Equal(new ModelEvent.Created(), Single(ResponseEvent.Created()));
        Assert.Equal(new ModelEvent.OutputTextDelta("Hé\n😀"), Single(ResponseEvent.TextDelta("Hé\n😀")));
        Assert.Equal(new ModelEvent.ReasoningSummaryDelta("s", 3), Single(ResponseEvent.SummaryDelta("s", 3)));
        Assert.Equal(new ModelEvent.ReasoningSummaryPartAdded(2), Single(ResponseEvent.SummaryPartAdded(2)));
        Assert.Equal(new ModelEvent.ReasoningTextDelta("r", 1), Single(ResponseEvent.ReasoningDelta("r", 1)));
    }

    [Fact]
    public void Items_are_read_with_their_content()
    {
        var done = Assert.IsType<ModelEvent.OutputItemDone>(Single(ResponseEvent.ItemDone(OutputItem.Message("hello"))));
        var added = Assert.IsType<ModelEvent.OutputItemAdded>(Single(ResponseEvent.ItemAdded(OutputItem.EmptyMessage())));

        Assert.Equal([new OutputTextPart("hello")], Assert.IsType<MessageItem>(done.Item).Content);
        Assert.Empty(Assert.IsType<MessageItem>(added.Item).Content);
    }

    [Theory]
    [InlineData("""{"type":"response.custom_tool_call_input.delta","item_id":"i","call_id":"c","delta":"d"}""", "i", "c")]
    [InlineData("""{"delta":"d","call_id":"c","type":"response.custom_tool_call_input.delta"}""", "c", "c")]
    public void Freeform_input_names_its_item_or_call(string json, string itemId, string callId) =>
        Assert.Equal(new ModelEvent.CustomToolCallInputDelta(itemId, callId, "d"), Single(json));

    [Fact]
    public void Completion_carries_usage_and_the_end_of_the_turn()
    {
        var usage = new TokenUsage { InputTokens = 10, CachedInputTokens = 2, OutputTokens = 5, ReasoningOutputTokens = 1, TotalTokens = 15 };

        Assert.Equal(new ModelEvent.Completed("resp_1", usage, null), Single(ResponseEvent.Completed()));
        Assert.Equal(new ModelEvent.Completed("r", usage, false), Single(ResponseEvent.Completed("r", endTurn: false)));
        Assert.Equal(new ModelEvent.Completed("r", null, null), Single(ResponseEvent.CompletedWithoutUsage("r")));
    }

    [Fact]
    public void Completion_without_an_id_is_a_broken_stream()
    {
        var failure = Failure("""{"type":"response.completed","response":{"usage":null}}""");

        Assert.Equal("stream disconnected before completion: failed to parse ResponseCompleted: missing field `id`", failure.Message);
        Assert.True(failure.Retryable);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[DONE]")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"response.output_text.delta","delta":7}""")]
    [InlineData("""{"type":"response.output_text.delta"}""")]
    [InlineData("""{"type":"response.output_text.delta","delta":"x"} trailing""")]
    [InlineData("""{"type":"response.output_text.delta","delta":"x" """)]
    [InlineData("""{"type":"response.output_text.done","text":"x"}""")]
    [InlineData("""{"type":"response.output_item.done","item":{"type":"message"}}""")]
    [InlineData("""{"type":"response.output_item.done","item":7}""")]
    [InlineData("""{"type":"response.created"}""")]
    [InlineData("""{"type":"response.reasoning_text.delta","delta":"x","content_index":"0"}""")]
    public void What_means_nothing_is_passed_over(string json)
    {
        var (events, failure) = Read(json);

        Assert.Empty(events);
        Assert.Null(failure);
    }

    [Theory]
    [InlineData("context_length_exceeded", "m", CodexErrorKind.ContextWindowExceeded, false)]
    [InlineData("insufficient_quota", "Quota exceeded. Check your plan and billing details.", CodexErrorKind.UsageLimitExceeded, false)]
    [InlineData("usage_not_included", "m", CodexErrorKind.UsageLimitExceeded, false)]
    [InlineData("cyber_policy", "m", CodexErrorKind.CyberPolicy, false)]
    [InlineData("invalid_prompt", "m", CodexErrorKind.Other, false)]
    [InlineData("server_is_overloaded", "Selected model is at capacity. Please try a different model.", CodexErrorKind.ServerOverloaded, false)]
    [InlineData("slow_down", "Selected model is at capacity. Please try a different model.", CodexErrorKind.ServerOverloaded, false)]
    [InlineData("anything", "stream disconnected before completion: m", CodexErrorKind.Other, true)]
    public void Failed_responses_are_mapped_by_their_code(string code, string message, CodexErrorKind kind, bool retryable)
    {
        var failure = Failure(ResponseEvent.Failed(code, "m"));

        Assert.Equal((kind, retryable), (failure.Info.Kind, failure.Retryable));
        if (message != "m" || code is "cyber_policy" or "invalid_prompt")
            Assert.Equal(message, failure.Message);
    }

    [Fact]
    public void A_rate_limit_tells_how_long_to_wait()
    {
        var failure = Failure(ResponseEvent.Failed("rate_limit_exceeded", "Limit reached. Please try again in 1.5s."));

        Assert.Equal(TimeSpan.FromSeconds(1.5), failure.RetryDelay);
        Assert.Equal("stream disconnected before completion: Limit reached. Please try again in 1.5s.", failure.Message);
    }

    [Theory]
    [InlineData("""{"type":"response.failed"}""", "response.failed event received")]
    [InlineData("""{"type":"response.failed","response":{"error":null}}""", "response.failed event received")]
    [InlineData("""{"type":"response.incomplete","response":{"incomplete_details":{"reason":"max_output_tokens"}}}""", "Incomplete response returned, reason: max_output_tokens")]
    [InlineData("""{"type":"response.incomplete"}""", "Incomplete response returned, reason: unknown")]
    public void Unexplained_failures_break_the_stream(string json, string detail) =>
        Assert.Equal("stream disconnected before completion: " + detail, Failure(json).Message);

    [Fact]
    public void The_answering_model_is_reported_when_it_changes()
    {
        var reader = new StreamEventReader();
        var events = new List<ModelEvent>();
        string[] stream =
        [
            """{"type":"response.created","response":{"id":"r","headers":{"OpenAI-Model":"a"}}}""",
            """{"type":"response.in_progress","response":{"id":"r","headers":{"openai-model":["a"]}}}""",
            """{"type":"anything","headers":{"x-openai-model":"b"}}""",
        ];
        foreach (var json in stream)
            reader.Read(Encoding.UTF8.GetBytes(json), events);

        Assert.Equal([new ModelEvent.ServerModel("a"), new ModelEvent.Created(), new ModelEvent.ServerModel("b")], events);
    }

    [Fact]
    public void Verification_is_recommended_once()
    {
        var json = """{"type":"response.metadata","metadata":{"openai_verification_recommendation":["x","trusted_access_for_cyber","trusted_access_for_cyber"]}}""";

        Assert.Equal(["trusted_access_for_cyber"], Assert.IsType<ModelEvent.ModelVerification>(Single(json)).Recommendations);
        Assert.Empty(Read("""{"type":"response.metadata","metadata":{"openai_verification_recommendation":["x"]}}""").Events);
    }

    private static ModelEvent Single(string json) => Assert.Single(Read(json).Events);

    private static ModelException Failure(string json)
    {
        var (events, failure) = Read(json);
        Assert.Empty(events);
        return failure!;
    }

    private static (List<ModelEvent> Events, ModelException? Failure) Read(string json)
    {
        var reader = new StreamEventReader();
        var events = new List<ModelEvent>();
        reader.Read(Encoding.UTF8.GetBytes(json), events);
        return (events, reader.Failure);
    }
}
