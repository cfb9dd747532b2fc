using System.Text;

namespace Codex.Extensions.Skills.Rendering;

/// <summary>How much of one description is shown; grows character by character.</summary>
internal sealed class DescriptionShare
{
    private readonly SkillLine line;
    private readonly SkillBudget budget;
    private readonly long shortestCost;
    private long characters;
    private long bytes;
    private long cost;
    private int length;

    public DescriptionShare(SkillLine line, SkillBudget budget)
    {
        this.line = line;
        this.budget = budget;
        var shortest = line.Shortest;
        characters = CharacterCount.Of(shortest) + 1;
        bytes = Encoding.UTF8.GetByteCount(shortest) + 1;
        shortestCost = budget.Cost(characters, bytes);
        // A description brings a space with it.
        characters++;
        bytes++;
    }

    /// <summary>Characters that are left out.</summary>
    public int Missing => CharacterCount.Of(line.Description.AsSpan(length));

    /// <summary>The line as it is shown.</summary>
    public string Render() => line.With(line.Description.AsSpan(0, length));

    /// <summary>Shows one character more when there is one and the budget allows it.</summary>
    /// <param name="remaining">The budget that is left; reduced by the cost.</param>
    public bool Grow(ref long remaining)
    {
        if (length == line.Description.Length || Rune.DecodeFromUtf16(line.Description.AsSpan(length), out var rune, out var used) != System.Buffers.OperationStatus.Done)
            return false;
        var grown = budget.Cost(characters + 1, bytes + rune.Utf8SequenceLength) - shortestCost;
        if (grown - cost > remaining)
            return false;
        remaining -= grown - cost;
        cost = grown;
        characters++;
        bytes += rune.Utf8SequenceLength;
        length += used;
        return true;
    }
}
