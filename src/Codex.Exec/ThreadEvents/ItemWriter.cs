using System.Diagnostics;
using System.Text.Json;
using Codex.AppServer.Protocol.Items;

namespace Codex.Exec.ThreadEvents;

/// <summary>Writes the members of an item after <c>id</c> and <c>type</c>.</summary>
internal static class ItemWriter
{
    public static ReadOnlySpan<byte> Type(ThreadItem item) => item switch
    {
        AgentMessageThreadItem => "agent_message"u8,
        ReasoningThreadItem => "reasoning"u8,
        CommandExecutionThreadItem => "command_execution"u8,
        FileChangeThreadItem => "file_change"u8,
        McpToolCallThreadItem => "mcp_tool_call"u8,
        CollabAgentToolCallThreadItem => "collab_tool_call"u8,
        WebSearchThreadItem => "web_search"u8,
        _ => throw new UnreachableException(),
    };

    public static string Text(ReasoningThreadItem reasoning) => string.Join('\n', reasoning.Summary);

    /// <summary>Writes them.</summary>
    /// <param name="json">The event so far.</param>
    /// <param name="item">The item.</param>
    /// <param name="output">What <paramref name="json"/> writes to.</param>
    public static void WriteMembers(Utf8JsonWriter json, ThreadItem item, TextSink output)
    {
        switch (item)
        {
            case AgentMessageThreadItem message: json.WriteString("text"u8, message.Text); break;
            case ReasoningThreadItem reasoning: json.WriteString("text"u8, Text(reasoning)); break;
            case CommandExecutionThreadItem command: Write(json, command, output); break;
            case FileChangeThreadItem patch: Write(json, patch); break;
            case McpToolCallThreadItem call: McpItemWriter.Write(json, call); break;
            case CollabAgentToolCallThreadItem call: CollabItemWriter.Write(json, call); break;
            case WebSearchThreadItem search: Write(json, search); break;
        }
    }

    /// <summary>The state names of these events.</summary>
    public static ReadOnlySpan<byte> Status(string status) => status switch
    {
        ItemStatus.InProgress => "in_progress"u8,
        ItemStatus.Completed => "completed"u8,
        ItemStatus.Declined => "declined"u8,
        _ => "failed"u8,
    };

    private static void Write(Utf8JsonWriter json, CommandExecutionThreadItem command, TextSink output)
    {
        json.WriteString("command"u8, command.Command);
        json.WriteLongString("aggregated_output"u8, command.AggregatedOutput, output);
        if (command.ExitCode is { } code)
            json.WriteNumber("exit_code"u8, code);
        else
            json.WriteNull("exit_code"u8);
        json.WriteString("status"u8, Status(command.Status));
    }

    private static void Write(Utf8JsonWriter json, FileChangeThreadItem patch)
    {
        json.WriteStartArray("changes"u8);
        foreach (var change in patch.Changes)
        {
            json.WriteStartObject();
            json.WriteString("path"u8, change.Path);
            json.WriteString("kind"u8, Kind(change.Kind));
            json.WriteEndObject();
        }

        json.WriteEndArray();

        // These events know no declined patches.
        json.WriteString("status"u8, patch.Status == ItemStatus.Declined ? "failed"u8 : Status(patch.Status));
    }

    private static ReadOnlySpan<byte> Kind(PatchChangeKind kind) => kind switch
    {
        PatchChangeKind.Add => "add"u8,
        PatchChangeKind.Delete => "delete"u8,
        _ => "update"u8,
    };

    // 0.136.0 writes a second "id", the provider's; most parsers keep that one.
    private static void Write(Utf8JsonWriter json, WebSearchThreadItem search)
    {
        json.WriteString("id"u8, search.Id);
        json.WriteString("query"u8, search.Query);
        json.WriteStartObject("action"u8);
        if (search.Action is WebSearchAction.Search action)
            WriteSearch(json, action);
        else
            json.WriteString("type"u8, "other"u8);
        json.WriteEndObject();
    }

    private static void WriteSearch(Utf8JsonWriter json, WebSearchAction.Search action)
    {
        json.WriteString("type"u8, "search"u8);
        if (action.Query is { } query)
            json.WriteString("query"u8, query);
        if (action.Queries is not { } queries)
            return;
        json.WriteStartArray("queries"u8);
        foreach (var text in queries)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
