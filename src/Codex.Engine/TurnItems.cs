using Codex.Engine.Citations;
using Codex.Formats.Text.Streams;
using Codex.Platform.Identifiers;
using Codex.Protocol.Items;
using Codex.Protocol.Turns;
using Codex.Storage.Rollouts;

namespace Codex.Engine;

/// <summary>The items of a stream that front-ends show.</summary>
internal static class TurnItems
{
    /// <summary>The turn item for a conversation item, or null for those that are not shown.</summary>
    public static TurnItem? From(ResponseItem item, IIdSource ids, AssistantTextMode mode) => item switch
    {
        MessageItem { Role: "user" } message when !IsContextual(message) =>
            new UserMessageTurnItem(NewId(ids), [.. message.Content.Select(InputOf).OfType<UserInput>()]),
        MessageItem { Role: "assistant" } message => Answer(message, message.Id ?? NewId(ids), mode),
        ReasoningItem reasoning => new ReasoningTurnItem(
            reasoning.Id ?? NewId(ids),
            reasoning.Summary,
            reasoning.Content is { } content ? [.. content.Select(static part => part.Text)] : []),
        WebSearchCallItem search => new WebSearchTurnItem(
            search.Id ?? "", WebSearchQueries.Describe(search.Action), search.Action ?? new WebSearchAction("other")),
        _ => null,
    };

    /// <summary>Whether an item holds something the model has produced: what the time to the first token waits for.</summary>
    public static bool HasOutput(ResponseItem item) => item switch
    {
        MessageItem { Role: "assistant" } message => message.Content.Any(static part => part is OutputTextPart { Text.Length: > 0 }),
        ReasoningItem reasoning => reasoning.Summary.Any(static text => text.Length > 0)
            || (reasoning.Content is { } content && content.Any(static part => part.Text.Length > 0)),
        MessageItem or FunctionCallOutputItem or CustomToolCallOutputItem or ToolSearchOutputItem or CompactionTriggerItem or OtherItem => false,
        _ => true,
    };

    /// <summary>All that an answer says, markup included.</summary>
    public static string TextOf(MessageItem message) => string.Concat(message.Content.OfType<OutputTextPart>().Select(static part => part.Text));

    private static AgentMessageTurnItem Answer(MessageItem message, string id, AssistantTextMode mode)
    {
        var text = string.Concat(message.Content.Select(static part => part switch
        {
            OutputTextPart output => output.Text,
            InputTextPart input => input.Text,
            _ => "",
        }));
        // Most answers have no markup at all; only those that do are parsed.
        if (!text.Contains('<', StringComparison.Ordinal))
            return new AgentMessageTurnItem(id, text, message.Phase);
        var parser = new AssistantTextParser(mode);
        var visible = parser.Push(text).Visible + parser.Finish().Visible;
        return new AgentMessageTurnItem(id, visible, message.Phase, MemoryCitationParser.Parse(parser.Citations));
    }

    private static bool IsContextual(MessageItem message) =>
        message.Content.OfType<InputTextPart>().Any(static part => ContextualFragments.IsContextualText(part.Text));

    private static UserInput? InputOf(ContentPart part) => part switch
    {
        InputTextPart text => new TextInput(text.Text),
        InputImagePart image => new ImageInput(image.ImageUrl, image.Detail),
        _ => null,
    };

    private static string NewId(IIdSource ids) => ids.NewVersion4().ToString("D");
}
