using System.Collections.Immutable;
using System.Text.Json;
using Codex.Formats.Text;
using Codex.Protocol.Items;
using Codex.Storage.Rollouts;

namespace Codex.Engine.Compaction;

/// <summary>
/// The history that takes the place of a longer one: what the user said last, and the summary
/// (<c>codex-rs/core/src/compact.rs</c>).
/// </summary>
internal static class CompactedHistory
{
    private const long MostUserTokens = 20_000;

    /// <summary>The new history.</summary>
    /// <param name="items">The old one, the model's summary included.</param>
    /// <param name="summary">The message that stands for it.</param>
    /// <param name="context">What the model has to be told again; goes before the last message of the user.</param>
    public static ImmutableArray<ResponseItem> Build(IReadOnlyList<RolloutItem> items, string summary, ImmutableArray<ResponseItem> context)
    {
        var messages = Newest([.. UserMessages(items).Where(static text => !CompactionTexts.IsSummary(text))]);
        var history = ImmutableArray.CreateBuilder<ResponseItem>(messages.Count + context.Length + 1);
        history.AddRange(messages.Select(static text => MessageItem.OfText("user", text)));
        history.InsertRange(Math.Max(0, messages.Count - 1), context);
        history.Add(MessageItem.OfText("user", summary));
        return history.ToImmutable();
    }

    /// <summary>What the model said last since the user's last message; empty when it said nothing.</summary>
    public static string LastAnswer(IReadOnlyList<RolloutItem> items)
    {
        for (var i = items.Count - 1; i >= 0; i--)
        {
            if (items[i] is { Type: "message", Role: "assistant" } && Text(Read(items[i])) is { Length: > 0 } text)
                return text;
        }

        return "";
    }

    /// <summary>What the user said, summaries of earlier conversations included; oldest first.</summary>
    public static List<string> UserMessages(IReadOnlyList<RolloutItem> items)
    {
        List<string> messages = [];
        foreach (var item in items)
        {
            if (item is not { Type: "message", Role: "user" } || ContextualFragments.IsContextual(item.Json.Span))
                continue;
            messages.Add(Text(Read(item)));
        }

        return messages;
    }

    // The newest messages that fit; the last one that does not fit is shortened. In their order.
    private static List<string> Newest(List<string> messages)
    {
        List<string> kept = [];
        var remaining = MostUserTokens;
        for (var i = messages.Count - 1; i >= 0 && remaining > 0; i--)
        {
            var tokens = TokenEstimate.OfText(messages[i]);
            kept.Add(tokens <= remaining ? messages[i] : MiddleTruncation.Truncate(messages[i], TruncationPolicy.OfTokens(remaining)));
            remaining -= tokens;
        }

        kept.Reverse();
        return kept;
    }

    /// <summary>A message of a history.</summary>
    public static MessageItem Read(RolloutItem item)
    {
        var reader = new Utf8JsonReader(item.Json.Span);
        return (MessageItem)ResponseItemReader.Read(ref reader);
    }

    private static string Text(MessageItem message) => string.Concat(message.Content.Select((part, index) => part switch
    {
        InputTextPart text => IsImageTag(message.Content, index, text.Text) ? "" : text.Text,
        OutputTextPart text => text.Text,
        _ => "",
    }));

    // The texts around an image name it; they are not what the user said.
    private static bool IsImageTag(ImmutableArray<ContentPart> parts, int index, string text) =>
        (text.StartsWith("<image", StringComparison.Ordinal) && index + 1 < parts.Length && parts[index + 1] is InputImagePart)
        || (text == "</image>" && index > 0 && parts[index - 1] is InputImagePart);
}
