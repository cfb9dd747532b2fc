using Codex.Backend.Responses;

namespace Codex.Backend.WebSockets;

/// <summary>A request and its complete response: what the server can go on from.</summary>
/// <param name="Request">The request as if it had been sent whole.</param>
/// <param name="ResponseId">The server's id of the response.</param>
/// <param name="Output">The items of the response in wire form.</param>
internal sealed record SentExchange(ModelRequest Request, string ResponseId, IReadOnlyList<ReadOnlyMemory<byte>> Output)
{
    /// <summary>How many items of <paramref name="next"/> the server has; null when the request is not a mere continuation.</summary>
    public int? KnownItems(ModelRequest next)
    {
        var known = Request.Input.Count + Output.Count;
        return ResponseId.Length > 0 && known <= next.Input.Count && HasSameSettings(next) && StartsWith(next.Input, Request.Input, 0)
            && StartsWith(next.Input, Output, Request.Input.Count)
            ? known
            : null;
    }

    private bool HasSameSettings(ModelRequest next) =>
        Request.Model == next.Model && Request.Instructions == next.Instructions && Request.ParallelToolCalls == next.ParallelToolCalls
            && Request.Reasoning == next.Reasoning && Request.ServiceTier == next.ServiceTier && Request.PromptCacheKey == next.PromptCacheKey
            && HasSameText(next.Text) && Request.Tools.Count == next.Tools.Count && StartsWith(next.Tools, Request.Tools, 0);

    private bool HasSameText(TextOptions? next) => (Request.Text, next) switch
    {
        (null, null) => true,
        ({ } one, { } other) =>
            one.Verbosity == other.Verbosity && one.Strict == other.Strict && one.OutputSchema.Span.SequenceEqual(other.OutputSchema.Span),
        _ => false,
    };

    private static bool StartsWith(IReadOnlyList<ReadOnlyMemory<byte>> list, IReadOnlyList<ReadOnlyMemory<byte>> part, int offset)
    {
        for (var index = 0; index < part.Count; index++)
        {
            if (!list[offset + index].Equals(part[index]) && !list[offset + index].Span.SequenceEqual(part[index].Span))
                return false;
        }

        return true;
    }
}
