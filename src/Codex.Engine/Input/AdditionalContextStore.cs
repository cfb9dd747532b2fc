using System.Collections.Immutable;
using Codex.Formats.Text;
using Codex.Protocol.Items;
using Codex.Protocol.Operations;

namespace Codex.Engine.Input;

/// <summary>
/// What clients told the model beside the user's words; only what is new since the last time is told
/// (<c>codex-rs/core/src/state/additional_context.rs</c>).
/// </summary>
internal sealed class AdditionalContextStore
{
    private const long MostTokens = 1000;

    private ImmutableArray<AdditionalContext> _known = [];

    /// <summary>Takes over what a client tells now.</summary>
    /// <returns>Messages for what is new, by key.</returns>
    public ImmutableArray<ResponseItem> Take(ImmutableArray<AdditionalContext> told)
    {
        var known = _known;
        _known = told;
        return [.. told.Where(entry => !known.Contains(entry)).OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(Message)];
    }

    private static MessageItem Message(AdditionalContext entry)
    {
        var value = MiddleTruncation.Truncate(entry.Value, TruncationPolicy.OfTokens(MostTokens));
        return entry.Kind == AdditionalContextKind.Application
            ? MessageItem.OfText("developer", $"<{entry.Key}>{value}</{entry.Key}>")
            : MessageItem.OfText("user", $"<external_{entry.Key}>{value}</external_{entry.Key}>");
    }
}
