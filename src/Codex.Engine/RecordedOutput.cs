using System.Collections.Immutable;
using Codex.Formats.Text;
using Codex.Protocol.Items;

namespace Codex.Engine;

/// <summary>Bounds what a tool output may take of the context when it is recorded.</summary>
internal static class RecordedOutput
{
    /// <summary>The output cut to 1.2 times what the model's policy allows.</summary>
    public static ToolOutputBody Truncate(ToolOutputBody output, TruncationPolicy policy)
    {
        var allowed = policy.ForRecording;
        return output.Text is { } text
            ? ToolOutputBody.OfText(MiddleTruncation.Truncate(text, allowed))
            : ToolOutputBody.OfParts(Truncate(output.Parts, allowed));
    }

    private static ImmutableArray<ContentPart> Truncate(ImmutableArray<ContentPart> parts, TruncationPolicy policy)
    {
        var budget = new TextItemBudget(policy);
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
