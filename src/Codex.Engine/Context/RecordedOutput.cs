using System.Collections.Immutable;
using System.Text.Json;
using Codex.Formats.Text;
using Codex.Protocol.Items;
using Codex.Storage.Rollouts;

namespace Codex.Engine.Context;

/// <summary>
/// Bounds what a tool output may take of the context: 1.2 times what the model's policy allows. Only the history is cut;
/// the rollout keeps the output as the tool gave it.
/// </summary>
internal sealed class RecordedOutput(TruncationPolicy policy)
{
    private readonly TruncationPolicy _allowed = policy.ForRecording;

    /// <summary>The item with its output bounded; other items as they are.</summary>
    public ResponseItem Bound(ResponseItem item) => item switch
    {
        FunctionCallOutputItem output => output with { Output = Bound(output.Output) },
        CustomToolCallOutputItem output => output with { Output = Bound(output.Output) },
        _ => item,
    };

    /// <summary>The same for an item in wire form, which is only looked into when it can be too long.</summary>
    public RolloutItem Bound(RolloutItem item)
    {
        if (item.Json.Length <= _allowed.ByteLimit)
            return item;
        var reader = new Utf8JsonReader(item.Json.Span);
        return RolloutItem.From(Bound(ResponseItemReader.Read(ref reader)));
    }

    private ToolOutputBody Bound(ToolOutputBody output) => output.Text is { } text
        ? ToolOutputBody.OfText(MiddleTruncation.Truncate(text, _allowed))
        : ToolOutputBody.OfParts(Bound(output.Parts));

    private ImmutableArray<ContentPart> Bound(ImmutableArray<ContentPart> parts)
    {
        var budget = new TextItemBudget(_allowed);
        var kept = ImmutableArray.CreateBuilder<ContentPart>(parts.Length + 1);
        foreach (var part in parts)
        {
            if (part is not InputTextPart text)
                kept.Add(part);
            else if (budget.Take(text.Text) is { } shown)
                kept.Add(new InputTextPart(shown));
        }

        if (budget.OmissionNotice is { } notice)
            kept.Add(new InputTextPart(notice));
        return kept.ToImmutable();
    }
}
