namespace Codex.Backend.Responses;

/// <summary>The kinds of stream events that mean something to us.</summary>
internal enum StreamEventKind
{
    Unknown,
    Created,
    OutputItemAdded,
    OutputItemDone,
    OutputTextDelta,
    CustomToolCallInputDelta,
    ReasoningSummaryTextDelta,
    ReasoningSummaryPartAdded,
    ReasoningTextDelta,
    Metadata,
    Failed,
    Incomplete,
    Completed,
}
