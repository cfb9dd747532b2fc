using System.Text.Json;
using Codex.Protocol;
using Codex.Protocol.Items;
using Codex.Storage.Rollouts;

namespace Codex.Engine.AutoReviews;

/// <summary>
/// Picks from a conversation what a review needs (<c>codex-rs/core/src/guardian/prompt.rs</c>): what people and tools said, not what the
/// program added.
/// </summary>
internal sealed class TranscriptReader
{
    private readonly List<TranscriptEntry> _entries = [];
    private readonly Dictionary<string, string> _tools = new(StringComparer.Ordinal);

    private TranscriptReader()
    {
    }

    /// <summary>The entries, oldest first.</summary>
    public static IReadOnlyList<TranscriptEntry> Read(IReadOnlyList<RolloutItem> items)
    {
        var reader = new TranscriptReader();
        foreach (var item in items)
        {
            if (JsonSerializer.Deserialize(item.Json.Span, EngineJson.Default.ResponseItem) is { } read)
                reader.Take(read, item);
        }

        return reader._entries;
    }

    private void Take(ResponseItem item, RolloutItem stored)
    {
        switch (item)
        {
            case MessageItem { Role: "user" } message when !ContextualFragments.IsContextual(stored.Json.Span): Add("user", TextOf(message)); break;
            case MessageItem { Role: "assistant" } message: Add("assistant", TextOf(message)); break;
            case MessageItem { Role: "developer" } message when TextOf(message) is var text && text.StartsWith(ReviewTexts.ApprovalMarker, StringComparison.Ordinal):
                Add("developer", text);
                break;
            case FunctionCallItem call: AddCall(call.CallId, call.Name, call.Arguments); break;
            case CustomToolCallItem call: AddCall(call.CallId, call.Name, call.Input); break;
            case FunctionCallOutputItem output: AddResult(output.CallId, output.Output); break;
            case CustomToolCallOutputItem output: AddResult(output.CallId, output.Output); break;
            case LocalShellCallItem or WebSearchCallItem: AddAction(stored); break;
        }
    }

    private void Add(string role, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            _entries.Add(new TranscriptEntry(role, text));
    }

    private void AddCall(string callId, string name, string arguments)
    {
        _tools[callId] = name;
        Add($"tool {name} call", arguments);
    }

    private void AddResult(string callId, ToolOutputBody output) =>
        Add(_tools.TryGetValue(callId, out var name) ? $"tool {name} result" : "tool result", TextOf(output));

    private void AddAction(RolloutItem stored)
    {
        using var document = JsonDocument.Parse(stored.Json);
        if (document.RootElement.TryGetProperty("action", out var action))
            Add(stored.Type == "web_search_call" ? "tool web_search call" : "tool shell call", action.GetRawText());
    }

    private static string TextOf(MessageItem message) => string.Join('\n', message.Content.Select(TextOf).OfType<string>().Where(static text => text.Length > 0));

    private static string TextOf(ToolOutputBody output) =>
        output.Text ?? string.Join('\n', output.Parts.Select(TextOf).OfType<string>().Where(static text => text.Length > 0));

    private static string? TextOf(ContentPart part) => part switch
    {
        InputTextPart text => text.Text,
        OutputTextPart text => text.Text,
        _ => null,
    };
}
