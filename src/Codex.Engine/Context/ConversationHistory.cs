using System.Collections.Immutable;
using System.Text.Json;
using Codex.Backend.Models;
using Codex.Protocol;
using Codex.Protocol.Items;
using Codex.Storage.Rollouts;
using Codex.Tools;

namespace Codex.Engine.Context;

/// <summary>
/// The conversation as the model sees it. Items are kept in wire form, so that the request of turn n+1 starts with the
/// very bytes of turn n and building it copies references only.
/// </summary>
internal sealed class ConversationHistory
{
    // Only reviewers look at the items while a turn adds to them.
    private readonly Lock _gate = new();
    private readonly List<RolloutItem> _items;
    private readonly List<long> _tokens = [];
    private readonly HashSet<string> _openCalls = new(StringComparer.Ordinal);
    private RecordedOutput _outputs;
    private bool _withImages;
    private bool _hasOrphans;
    private int _version;

    /// <summary>Takes up a recorded conversation.</summary>
    /// <param name="recorded">The items, oldest first.</param>
    /// <param name="model">Who reads it: decides how much of a tool output is shown and whether images are.</param>
    public ConversationHistory(IReadOnlyList<RolloutItem> recorded, ModelInfo model)
        : this(recorded, new RecordedOutput(model.TruncationPolicy), model.SupportsImages)
    {
    }

    private ConversationHistory(IReadOnlyList<RolloutItem> recorded, RecordedOutput outputs, bool withImages)
    {
        _outputs = outputs;
        _withImages = withImages;
        _items = new List<RolloutItem>(recorded.Count + 16);
        TakeUp(recorded);
    }

    /// <summary>Whether nothing was said yet.</summary>
    public bool IsEmpty => _items.Count == 0;

    /// <summary>How many items there are.</summary>
    public int Count => _items.Count;

    /// <summary>The items, oldest first.</summary>
    public IReadOnlyList<RolloutItem> Items => _items;

    /// <summary>
    /// The items as they are now, and the version: it changes when items are not merely added. Unlike all else it may be asked for on
    /// any thread.
    /// </summary>
    public (int Version, RolloutItem[] Items) Snapshot()
    {
        lock (_gate)
            return (_version, [.. _items]);
    }

    /// <summary>The tool call of that id; null when there is none, or when it has its output.</summary>
    public ToolCall? FindCall(string callId)
    {
        var items = _items.FindAll(item => item.CallId == callId);
        return items is [var call] && JsonSerializer.Deserialize(call.Json.Span, EngineJson.Default.ResponseItem) is { } item ? ToolCalls.From(item) : null;
    }

    /// <summary>Adds an item; those that are not part of a conversation are passed over.</summary>
    public void Add(ResponseItem item)
    {
        if (item is not (OtherItem or CompactionTriggerItem))
            Add(RolloutItem.From(_outputs.Bound(item)));
    }

    /// <summary>Another model reads on: it may be shown less of a tool output, or no images.</summary>
    public void UseModel(ModelInfo model)
    {
        _outputs = new RecordedOutput(model.TruncationPolicy);
        if (_withImages == model.SupportsImages)
            return;
        _withImages = model.SupportsImages;
        RolloutItem[] items = [.. _items];
        Clear();
        foreach (var item in items)
            Add(item);
    }

    /// <summary>A conversation of its own with the same items.</summary>
    public ConversationHistory Copy() => new(_items, _outputs, _withImages);

    /// <summary>Takes up a recorded conversation in the place of this one.</summary>
    public void TakeUp(IReadOnlyList<RolloutItem> recorded)
    {
        Clear();
        foreach (var item in recorded)
            Add(IsOutput(item) ? _outputs.Bound(item) : item);
    }

    /// <summary>Puts other items in the place of all.</summary>
    public void Replace(ImmutableArray<ResponseItem> items)
    {
        Clear();
        foreach (var item in items)
            Add(item);
    }

    /// <summary>Leaves the oldest item out, and what belongs to it.</summary>
    public void RemoveFirst()
    {
        var first = _items[0];
        RolloutItem[] left = [.. _items.Skip(1).Where(item => first.CallId is null || item.CallId != first.CallId)];
        Clear();
        foreach (var item in left)
            Add(item);
    }

    /// <summary>Leaves the newest item out when it is one that the program wrote, and the call that it answers.</summary>
    /// <returns>Whether it did.</returns>
    public bool RemoveLastOutput()
    {
        if (_items is not [.., var last] || !(IsOutput(last) || last is { Type: "message", Role: "developer" }))
            return false;
        RolloutItem[] left = [.. _items.SkipLast(1).Where(item => last.CallId is null || item.CallId != last.CallId)];
        Clear();
        foreach (var item in left)
            Add(item);
        return true;
    }

    /// <summary>Replaces the images of the newest tool output, unless the user spoke after it.</summary>
    /// <returns>Whether there were any.</returns>
    public bool ReplaceNewestToolImages(string placeholder)
    {
        var index = _items.FindLastIndex(static item => item.Type == "function_call_output" || IsUserTurn(item));
        if (index < 0 || ImageRemoval.FromToolOutput(_items[index], placeholder) is not { } replaced)
            return false;
        lock (_gate)
            (_items[index], _version) = (replaced, _version + 1);
        _tokens[index] = 0;
        return true;
    }

    /// <summary>
    /// The input of a request: every call has an output and every output a call. Calls that lost theirs (a killed
    /// process, an interrupt) are answered with <c>aborted</c>, in place.
    /// </summary>
    /// <param name="ids">Gets the server's id of each item; null when nobody wants them.</param>
    /// <param name="complain">Is told of calls without an output and outputs without a call, where they should not be.</param>
    public IReadOnlyList<ReadOnlyMemory<byte>> BuildInput(List<string?>? ids, Action<string> complain)
    {
        var input = new List<ReadOnlyMemory<byte>>(_items.Count + _openCalls.Count);
        var known = _hasOrphans ? CallIds() : null;
        foreach (var item in _items)
        {
            if (known is not null && IsOutput(item) && !known.Contains(item.CallId ?? "") && OrphanOutput.Complaint(item) is { } orphan)
            {
                complain(orphan);
                continue;
            }

            input.Add(item.Json);
            ids?.Add(item.Id);
            if (item.CallId is { } callId && _openCalls.Contains(callId) && MissingOutput.For(item, callId) is { } output)
            {
                if (MissingOutput.Complaint(item, callId) is { } complaint)
                    complain(complaint);
                input.Add(RolloutItem.From(output).Json);
                ids?.Add(null);
            }
        }

        return input;
    }

    /// <summary>A guess at the tokens of all items.</summary>
    public long EstimateTokens() => Sum(0, _items.Count);

    /// <summary>The tokens that the next request takes up: what the server counted, and a guess at what came after.</summary>
    /// <param name="counted">Tokens of the last request and its answer.</param>
    /// <param name="countsReasoning">Whether the reasoning of earlier turns comes on top, because the server does not count it.</param>
    public long ActiveTokens(long counted, bool countsReasoning)
    {
        var newest = _items.FindLastIndex(IsOfModel);
        var added = newest < 0 ? 0 : Sum(newest + 1, _items.Count);
        return counted + added + (countsReasoning ? EarlierReasoning() : 0);
    }

    private long EarlierReasoning()
    {
        var end = _items.FindLastIndex(IsUserTurn);
        long tokens = 0;
        for (var i = 0; i < end; i++)
        {
            if (_items[i].Type == "reasoning")
                tokens += Tokens(i);
        }

        return tokens;
    }

    private long Sum(int from, int to)
    {
        long tokens = 0;
        for (var i = from; i < to; i++)
            tokens += Tokens(i);
        return tokens;
    }

    // Counted when first asked for; 0 is not counted yet.
    private long Tokens(int index) => _tokens[index] > 0 ? _tokens[index] : _tokens[index] = ItemSize.Tokens(_items[index]);

    private void Clear()
    {
        lock (_gate)
        {
            _items.Clear();
            _version++;
        }

        _tokens.Clear();
        _openCalls.Clear();
        _hasOrphans = false;
    }

    private void Add(RolloutItem item)
    {
        var kept = _withImages ? item : ImageRemoval.ForModelsWithoutImages(item);
        lock (_gate)
            _items.Add(kept);
        _tokens.Add(0);
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

    private static bool IsOfModel(RolloutItem item) => item.Type == "message" ? item.Role == "assistant" : !IsOutput(item);

    private static bool IsUserTurn(RolloutItem item) =>
        item is { Type: "message", Role: "user" } && !ContextualFragments.IsContextual(item.Json.Span);
}
