using Codex.Formats.Text;
using Codex.Protocol.Items;
using Codex.Storage.Rollouts;

namespace Codex.Engine.Context;

/// <summary>
/// The conversation as the model sees it. Items are kept in wire form, so that the request of turn n+1 starts with the
/// very bytes of turn n and building it copies references only.
/// </summary>
internal sealed class ConversationHistory
{
    private readonly List<RolloutItem> _items;
    private readonly HashSet<string> _openCalls = new(StringComparer.Ordinal);
    private readonly RecordedOutput _outputs;
    private bool _hasOrphans;

    /// <summary>Takes up a recorded conversation.</summary>
    /// <param name="recorded">The items, oldest first.</param>
    /// <param name="truncation">How much of a tool output the model is shown; the rollout keeps all of it.</param>
    public ConversationHistory(IReadOnlyList<RolloutItem> recorded, TruncationPolicy truncation)
    {
        _outputs = new RecordedOutput(truncation);
        _items = new List<RolloutItem>(recorded.Count + 16);
        foreach (var item in recorded)
            Add(IsOutput(item) ? _outputs.Bound(item) : item);
    }

    /// <summary>Whether nothing was said yet.</summary>
    public bool IsEmpty => _items.Count == 0;

    /// <summary>How many items there are.</summary>
    public int Count => _items.Count;

    /// <summary>Adds an item; those that are not part of a conversation are passed over.</summary>
    public void Add(ResponseItem item)
    {
        if (item is not (OtherItem or CompactionTriggerItem))
            Add(RolloutItem.From(_outputs.Bound(item)));
    }

    /// <summary>
    /// The input of a request: every call has an output and every output a call. Calls that lost theirs (a killed
    /// process, an interrupt) are answered with <c>aborted</c>, in place.
    /// </summary>
    /// <param name="ids">Gets the server's id of each item; null when nobody wants them.</param>
    public IReadOnlyList<ReadOnlyMemory<byte>> BuildInput(List<string?>? ids)
    {
        var input = new List<ReadOnlyMemory<byte>>(_items.Count + _openCalls.Count);
        var known = _hasOrphans ? CallIds() : null;
        foreach (var item in _items)
        {
            if (known is not null && IsOutput(item) && !known.Contains(item.CallId ?? ""))
                continue;
            input.Add(item.Json);
            ids?.Add(item.Id);
            if (item.CallId is { } callId && _openCalls.Contains(callId) && MissingOutput.For(item, callId) is { } output)
            {
                input.Add(RolloutItem.From(output).Json);
                ids?.Add(null);
            }
        }

        return input;
    }

    private void Add(RolloutItem item)
    {
        _items.Add(item);
        if (item.CallId is not { } callId)
            return;
        if (IsOutput(item))
            _hasOrphans |= !_openCalls.Remove(callId);
        else
            _openCalls.Add(callId);
    }

    private HashSet<string> CallIds() =>
        [.. _items.Where(static item => !IsOutput(item) && item.CallId is not null).Select(static item => item.CallId!)];

    private static bool IsOutput(RolloutItem item) => item.Type is "function_call_output" or "custom_tool_call_output" or "tool_search_output";
}
