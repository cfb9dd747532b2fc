using Codex.Protocol.Accounting;
using Codex.Protocol.Items;

namespace Codex.Backend.Responses;

/// <summary>What a model's stream tells, in order of arrival (<c>codex-rs/codex-api/src/sse/responses.rs</c>).</summary>
public abstract record ModelEvent
{
    private ModelEvent()
    {
    }

    /// <summary>The server has begun to answer.</summary>
    public sealed record Created : ModelEvent;

    /// <summary>An item has begun; its content may still be empty.</summary>
    public sealed record OutputItemAdded(ResponseItem Item) : ModelEvent;

    /// <summary>An item is complete.</summary>
    public sealed record OutputItemDone(ResponseItem Item) : ModelEvent;

    /// <summary>More text of the message in progress.</summary>
    public sealed record OutputTextDelta(string Delta) : ModelEvent;

    /// <summary>More text of a part of the reasoning summary.</summary>
    public sealed record ReasoningSummaryDelta(string Delta, long SummaryIndex) : ModelEvent;

    /// <summary>A part of the reasoning summary has begun.</summary>
    public sealed record ReasoningSummaryPartAdded(long SummaryIndex) : ModelEvent;

    /// <summary>More raw reasoning text.</summary>
    public sealed record ReasoningTextDelta(string Delta, long ContentIndex) : ModelEvent;

    /// <summary>More input of a freeform tool call in progress.</summary>
    public sealed record CustomToolCallInputDelta(string ItemId, string? CallId, string Delta) : ModelEvent;

    /// <summary>The server recommends that the user's identity be verified; the known recommendations, without repeats.</summary>
    public sealed record ModelVerification(IReadOnlyList<string> Recommendations) : ModelEvent;

    /// <summary>The account's limits after this request.</summary>
    public sealed record RateLimits(RateLimitSnapshot Snapshot) : ModelEvent;

    /// <summary>The model that really answers; reported when the server names one, also when it is the one asked for.</summary>
    public sealed record ServerModel(string Model) : ModelEvent;

    /// <summary>Version of the server's model catalog.</summary>
    public sealed record ModelsEtag(string Etag) : ModelEvent;

    /// <summary>The server counts earlier reasoning in its usage figures.</summary>
    public sealed record ServerReasoningIncluded : ModelEvent;

    /// <summary>Sticky routing value for the later requests of this turn.</summary>
    public sealed record TurnState(string Value) : ModelEvent;

    /// <summary>The response is complete; always the last event.</summary>
    /// <param name="ResponseId">The server's id of the response.</param>
    /// <param name="Usage">Tokens of this request, when reported.</param>
    /// <param name="EndTurn">False when the model wants to be asked again.</param>
    public sealed record Completed(string ResponseId, TokenUsage? Usage, bool? EndTurn) : ModelEvent;
}
