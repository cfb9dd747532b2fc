using System.Collections.Immutable;
using System.Text.Json;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;
using Codex.Formats.Json;

namespace Codex.Exec.ThreadEvents;

/// <summary>
/// Writes the events of <c>--json</c>: one compact object a line, members in the original's order
/// (<c>codex-rs/exec/src/exec_events.rs</c>). Every event is flushed.
/// </summary>
internal sealed class ThreadEventWriter(TextSink output) : IDisposable
{
    private readonly Utf8JsonWriter _json = new(output.Buffer, JsonFormat.Compact);

    /// <summary>Whether an item has an event at all.</summary>
    public static bool Shows(ThreadItem item) => item switch
    {
        ReasoningThreadItem reasoning => !string.IsNullOrWhiteSpace(ItemWriter.Text(reasoning)),
        AgentMessageThreadItem or CommandExecutionThreadItem or FileChangeThreadItem => true,
        McpToolCallThreadItem or CollabAgentToolCallThreadItem or WebSearchThreadItem => true,
        _ => false,
    };

    public void ThreadStarted(string threadId)
    {
        Begin("thread.started"u8);
        _json.WriteString("thread_id"u8, threadId);
        End();
    }

    public void TurnStarted()
    {
        Begin("turn.started"u8);
        End();
    }

    public void TurnCompleted(TokenUsageBreakdown? usage)
    {
        Begin("turn.completed"u8);
        _json.WriteStartObject("usage"u8);
        _json.WriteNumber("input_tokens"u8, usage?.InputTokens ?? 0);
        _json.WriteNumber("cached_input_tokens"u8, usage?.CachedInputTokens ?? 0);
        _json.WriteNumber("output_tokens"u8, usage?.OutputTokens ?? 0);
        _json.WriteNumber("reasoning_output_tokens"u8, usage?.ReasoningOutputTokens ?? 0);
        _json.WriteEndObject();
        End();
    }

    public void TurnFailed(string message)
    {
        Begin("turn.failed"u8);
        _json.WriteStartObject("error"u8);
        _json.WriteString("message"u8, message);
        _json.WriteEndObject();
        End();
    }

    public void Error(string message)
    {
        Begin("error"u8);
        _json.WriteString("message"u8, message);
        End();
    }

    public void ItemStarted(int number, ThreadItem item) => Item("item.started"u8, number, item);

    public void ItemCompleted(int number, ThreadItem item) => Item("item.completed"u8, number, item);

    public void Plan(ReadOnlySpan<byte> type, int number, ImmutableArray<TurnPlanStep> steps)
    {
        BeginItem(type, number, "todo_list"u8);
        _json.WriteStartArray("items"u8);
        foreach (var step in steps)
        {
            _json.WriteStartObject();
            _json.WriteString("text"u8, step.Step);
            _json.WriteBoolean("completed"u8, step.Status == "completed");
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        EndItem();
    }

    public void Notice(int number, string message)
    {
        BeginItem("item.completed"u8, number, "error"u8);
        _json.WriteString("message"u8, message);
        EndItem();
    }

    public void Dispose() => _json.Dispose();

    private void Item(ReadOnlySpan<byte> type, int number, ThreadItem item)
    {
        BeginItem(type, number, ItemWriter.Type(item));
        ItemWriter.WriteMembers(_json, item, output);
        EndItem();
    }

    private void BeginItem(ReadOnlySpan<byte> type, int number, ReadOnlySpan<byte> itemType)
    {
        Begin(type);
        _json.WriteStartObject("item"u8);
        _json.WriteString("id"u8, $"item_{number}");
        _json.WriteString("type"u8, itemType);
    }

    private void EndItem()
    {
        _json.WriteEndObject();
        End();
    }

    private void Begin(ReadOnlySpan<byte> type)
    {
        _json.WriteStartObject();
        _json.WriteString("type"u8, type);
    }

    private void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        output.AddNewLine();
        output.Flush();
    }
}
