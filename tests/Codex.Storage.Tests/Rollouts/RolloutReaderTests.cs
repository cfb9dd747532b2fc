using System.Text;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Rollouts;
using Codex.Storage.Rollouts;
using Codex.TestSupport.Files;
using Codex.TestSupport.Time;

namespace Codex.Storage.Tests.Rollouts;

public sealed class RolloutReaderTests : IDisposable
{
    private readonly TempDirectory _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void What_was_recorded_is_read_back_byte_for_byte()
    {
        var path = _files["a/rollout.jsonl"];
        using (var recorder = Recorder(path))
        {
            recorder.Append(MessageItem.OfText("user", "hello \u00e9\ud83d\ude00\u007f"));
            recorder.Append(new FunctionCallItem("f", null, "{\"a\":1}", "c1"));
            recorder.Append(new FunctionCallOutputItem("c1", ToolOutputBody.OfText("ok")));
        }

        var history = RolloutReader.Read(path);
        Assert.Equal("thread", history.Meta.Id);
        Assert.Equal(0, history.SkippedLines);
        Assert.Equal(
            [
                "{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"hello \u00e9\ud83d\ude00\u007f\"}]}",
                "{\"type\":\"function_call\",\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\",\"call_id\":\"c1\"}",
                "{\"type\":\"function_call_output\",\"call_id\":\"c1\",\"output\":\"ok\"}",
            ],
            history.Items.Select(static item => Encoding.UTF8.GetString(item.Json.Span)));
    }

    [Fact]
    public void A_compaction_replaces_what_was_before_it()
    {
        var path = _files["rollout.jsonl"];
        using (var recorder = Recorder(path))
        {
            recorder.Append(MessageItem.OfText("user", "old"));
            recorder.Append(new CompactedItem("summary", [MessageItem.OfText("user", "kept")]));
            recorder.Append(MessageItem.OfText("user", "new"));
        }

        var history = RolloutReader.Read(path);
        Assert.Equal(["kept", "new"], Texts(history));
        Assert.Equal(1, history.Compactions);
    }

    [Fact]
    public void A_rollback_drops_the_last_turns_with_their_context_updates()
    {
        var path = _files["rollout.jsonl"];
        using (var recorder = Recorder(path))
        {
            recorder.Append(MessageItem.OfText("user", "one"));
            recorder.Append(MessageItem.OfText("assistant", "answer"));
            recorder.Append(MessageItem.OfText("developer", "update"));
            recorder.Append(MessageItem.OfText("user", "<environment_context>\n</environment_context>"));
            recorder.Append(MessageItem.OfText("user", "two"));
            recorder.Append(MessageItem.OfText("assistant", "answer two"));
            recorder.Append(new ThreadRolledBackEvent(1));
            recorder.Append(MessageItem.OfText("user", "three"));
        }

        Assert.Equal(["one", "answer", "three"], Texts(RolloutReader.Read(path)));
    }

    [Fact]
    public void Lines_that_cannot_be_understood_are_skipped_and_counted()
    {
        var path = _files.Write("rollout.jsonl", string.Join('\n',
            """{"timestamp":"2026-01-01T00:00:00.000Z","type":"session_meta","payload":{"id":"t","timestamp":"x","cwd":"/w","originator":"o","cli_version":"1","source":"exec","model_provider":"p","base_instructions":null}}""",
            "not json",
            "",
            """{"timestamp":"2026-01-01T00:00:00.000Z","type":"future","payload":{}}""",
            """{"timestamp":"2026-01-01T00:00:00.000Z","type":"response_item","payload":{"type":"message","role":"user","content":[{"type":"input_text","text":"hi"}]}}""",
            """{"type":"response_item","timestamp":"2026-01-01T00:00:00.000Z","payload": {"type":"message","id":"m1","role":"assistant","content":[{"type":"output_text","text":"yo"}]}}""",
            """{"timestamp":"2026-01-01T00:00:00.000Z","type":"response_item","payload":{"type":"ghost_snapshot"}}""",
            """{"timestamp":"2026-01-01T00:00:00.000Z","type":"response_item","payload":{"type":"mess"""));
        var history = RolloutReader.Read(path);
        Assert.Equal(["hi", "yo"], Texts(history));
        Assert.Equal(3, history.SkippedLines);
        Assert.DoesNotContain("m1", Encoding.UTF8.GetString(history.Items[1].Json.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_files_and_files_without_metadata_are_refused()
    {
        Assert.Equal("empty session file", Assert.Throws<RolloutException>(() => RolloutReader.Read(_files.Write("empty", ""))).Message);
        Assert.Throws<RolloutException>(() => RolloutReader.Read(_files.Write("none", "{}\n")));
    }

    [Fact]
    public void A_torn_last_line_does_not_spoil_the_next_one()
    {
        var path = _files["rollout.jsonl"];
        using (var recorder = Recorder(path))
            recorder.Append(MessageItem.OfText("user", "one"));
        File.AppendAllText(path, "{\"timestamp\":\"20");
        using (var recorder = RolloutRecorder.Append(path, new ManualClock()))
            recorder.Append(MessageItem.OfText("user", "two"));
        var history = RolloutReader.Read(path);
        Assert.Equal(["one", "two"], Texts(history));
        Assert.Equal(1, history.SkippedLines);
    }

    [Fact]
    public void A_line_that_cannot_be_written_goes_out_with_the_next_one()
    {
        var folder = _files["locked"];
        File.WriteAllText(folder, "a file where a folder should be");
        using var recorder = Recorder(Path.Combine(folder, "rollout.jsonl"));
        recorder.Append(MessageItem.OfText("user", "one"));
        Assert.NotNull(recorder.LastError);
        File.Delete(folder);
        recorder.Append(MessageItem.OfText("user", "two"));
        Assert.Null(recorder.LastError);
        Assert.Equal(["one", "two"], Texts(RolloutReader.Read(recorder.Path)));
    }

    [Fact]
    public void Lines_longer_than_the_read_buffer_are_whole()
    {
        var path = _files["rollout.jsonl"];
        var giant = new string('x', 3_000_000);
        using (var recorder = Recorder(path))
        {
            recorder.Append(MessageItem.OfText("user", giant));
            recorder.Append(MessageItem.OfText("user", "small"));
        }

        Assert.Equal([giant, "small"], Texts(RolloutReader.Read(path)));
    }

    private static RolloutRecorder Recorder(string path) => RolloutRecorder.Create(path, new ManualClock(), static () => new SessionMeta
    {
        Id = "thread",
        Timestamp = "2026-01-01T00:00:00.000Z",
        Cwd = "/w",
        Originator = "test",
        CliVersion = "0.136.0",
        Source = System.Text.Json.JsonDocument.Parse("\"exec\"").RootElement,
        ModelProvider = "fake",
    });

    private static IEnumerable<string> Texts(RolloutHistory history) => history.Items.Select(static item =>
    {
        using var document = System.Text.Json.JsonDocument.Parse(item.Json);
        return document.RootElement.GetProperty("content")[0].GetProperty("text").GetString()!;
    });
}
