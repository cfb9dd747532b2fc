using System.Text;

namespace Codex.Extensions.Skills.Rendering;

/// <summary>How much of one description is shown; grows character by character.</summary>
internal sealed class DescriptionShare
{
    private readonly SkillLine _line;
    private readonly SkillBudget _budget;
    private readonly long _shortestCost;
    private long _characters;
    private long _bytes;
    private long _cost;
    private int _length;

    public DescriptionShare(SkillLine line, SkillBudget budget)
    {
        _line = line;
        _budget = budget;
        var shortest = line.Shortest;
        _characters = CharacterCount.Of(shortest) + 1;
        _bytes = Encoding.UTF8.GetByteCount(shortest) + 1;
        _shortestCost = budget.Cost(_characters, _bytes);
        // A description brings a space with it.
        _characters++;
        _bytes++;
    }

    /// <summary>Characters that are left out.</summary>
    public int Missing => CharacterCount.Of(_line.Description.AsSpan(_length));

    /// <summary>The line as it is shown.</summary>
    public string Render() => _line.With(_line.Description.AsSpan(0, _length));

    /// <summary>Shows one character more when there is one and the budget allows it.</summary>
    /// <param name="remaining">The budget that is left; reduced by the cost.</param>
    public bool Grow(ref long remaining)
    {
        if (_length == _line.Description.Length || Rune.DecodeFromUtf16(_line.Description.AsSpan(_length), out var rune, out var used) != System.Buffers.OperationStatus.Done)
            return false;
        var grown = _budget.Cost(_characters + 1, _bytes + rune.Utf8SequenceLength) - _shortestCost;
        if (grown - _cost > remaining)
            return false;
        remaining -= grown - _cost;
        _cost = grown;
        _characters++;
        _bytes += rune.Utf8SequenceLength;
        _length += used;
        return true;
    }
}
