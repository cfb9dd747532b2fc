using System.Collections.Immutable;
using Codex.Formats.Text;
using Codex.Protocol.Items;
using Codex.Storage.Rollouts;

namespace Codex.Engine.Compaction;

/// <summary>The history that takes the place of one that the server made shorter (<c>codex-rs/core/src/compact_remote.rs</c>).</summary>
internal static class RemoteHistory
{
    private const long MostRetainedTokens = 64_000;

    /// <summary>What is kept of the server's items: what was said, and what stands for the rest.</summary>
    /// <param name="items">The server's items.</param>
    /// <param name="context">What the model has to be told again; goes before the last message of the user.</param>
    public static ImmutableArray<ResponseItem> Build(IEnumerable<ResponseItem> items, ImmutableArray<ResponseItem> context)
    {
        var kept = items.Where(static item => IsKept(item)).ToImmutableArray();
        var index = LastIndex(kept, static item => IsUserText(item) && !IsSummary(item));
        if (index < 0)
            index = LastIndex(kept, IsUserText);
        if (index < 0)
            index = LastIndex(kept, static item => item is CompactionItem or ContextCompactionItem);
        return kept.InsertRange(index < 0 ? kept.Length : index, context);
    }

    /// <summary>What the user said last, as much as fits, and the item that stands for all of it.</summary>
    public static ImmutableArray<ResponseItem> Retain(IReadOnlyList<RolloutItem> items, CompactionItem compaction)
    {
        List<ResponseItem> kept = [compaction];
        var remaining = MostRetainedTokens;
        for (var i = items.Count - 1; i >= 0 && remaining > 0; i--)
        {
            if (items[i] is not { Type: "message", Role: "user" } || ContextualFragments.IsContextual(items[i].Json.Span))
                continue;
            var message = CompactedHistory.Read(items[i]);
            var tokens = Math.Max(1, Texts(message).Sum(static text => TokenEstimate.OfText(text)));
            kept.Add(tokens <= remaining ? message : Shortened(message, remaining));
            remaining -= Math.Min(tokens, remaining);
        }

        kept.Reverse();
        return [.. kept];
    }

    // Images stay; of the texts the first that do not fit any more are shortened, later ones go.
    private static MessageItem Shortened(MessageItem message, long tokens)
    {
        var parts = ImmutableArray.CreateBuilder<ContentPart>(message.Content.Length);
        foreach (var part in message.Content)
        {
            if (part is not InputTextPart { Text: var text })
            {
                parts.Add(part);
                continue;
            }

            if (tokens <= 0)
                continue;
            var size = TokenEstimate.OfText(text);
            parts.Add(size <= tokens ? part : new InputTextPart(MiddleTruncation.Truncate(text, TruncationPolicy.OfTokens(tokens))));
            tokens -= Math.Min(size, tokens);
        }

        return message with { Content = parts.ToImmutable() };
    }

    private static bool IsKept(ResponseItem item) => item switch
    {
        MessageItem { Role: "assistant" } or CompactionItem or ContextCompactionItem => true,
        _ => IsUserText(item),
    };

    private static bool IsUserText(ResponseItem item) =>
        item is MessageItem { Role: "user" } message && !message.Content.OfType<InputTextPart>().Any(static part => ContextualFragments.IsContextualText(part.Text));

    private static bool IsSummary(ResponseItem item) => item is MessageItem message && CompactionTexts.IsSummary(string.Concat(Texts(message)));

    private static IEnumerable<string> Texts(MessageItem message) => message.Content.OfType<InputTextPart>().Select(static part => part.Text);

    private static int LastIndex(ImmutableArray<ResponseItem> items, Func<ResponseItem, bool> matches)
    {
        for (var i = items.Length - 1; i >= 0; i--)
        {
            if (matches(items[i]))
                return i;
        }

        return -1;
    }
}
