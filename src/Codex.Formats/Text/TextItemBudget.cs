using System.Globalization;

namespace Codex.Formats.Text;

/// <summary>
/// Spends one budget over the text items of a structured tool output, in order: items that fit are kept, the first that
/// does not is cut, the rest is left out. Create one for each output.
/// </summary>
/// <param name="policy">The budget of all items together.</param>
public sealed class TextItemBudget(TruncationPolicy policy)
{
    private long remaining = policy.Limit;
    private int omitted;

    /// <summary>The last item to add, saying how many were left out; null when none was.</summary>
    public string? OmissionNotice =>
        omitted == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"[omitted {omitted} text items ...]");

    /// <summary>What is kept of the next text item; null when the item is left out.</summary>
    public string? Take(string text)
    {
        if (remaining == 0)
        {
            omitted++;
            return null;
        }

        var cost = policy.Unit == TruncationUnit.Tokens ? TokenEstimate.OfText(text) : System.Text.Encoding.UTF8.GetByteCount(text);
        var kept = cost <= remaining ? text : MiddleTruncation.Truncate(text, policy.WithLimit(remaining));
        remaining = Math.Max(0, remaining - cost);
        return kept;
    }
}
