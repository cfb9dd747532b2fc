using System.Globalization;

namespace Codex.Formats.Text;

/// <summary>
/// Spends one budget over the text items of a structured tool output, in order: items that fit are kept, the first that
/// does not is cut, the rest is left out. Create one for each output.
/// </summary>
/// <param name="policy">The budget of all items together.</param>
public sealed class TextItemBudget(TruncationPolicy policy)
{
    private long _remaining = policy.Limit;
    private int _omitted;

    /// <summary>The last item to add, saying how many were left out; null when none was.</summary>
    public string? OmissionNotice =>
        _omitted == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"[omitted {_omitted} text items ...]");

    /// <summary>What is kept of the next text item; null when the item is left out.</summary>
    public string? Take(string text)
    {
        if (_remaining == 0)
        {
            _omitted++;
            return null;
        }

        var cost = policy.Unit == TruncationUnit.Tokens ? TokenEstimate.OfText(text) : System.Text.Encoding.UTF8.GetByteCount(text);
        var kept = cost <= _remaining ? text : MiddleTruncation.Truncate(text, policy.WithLimit(_remaining));
        _remaining = Math.Max(0, _remaining - cost);
        return kept;
    }
}
