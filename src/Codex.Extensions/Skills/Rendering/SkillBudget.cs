using System.Text;
using Codex.Formats.Text;

namespace Codex.Extensions.Skills.Rendering;

/// <summary>How much of the context the list of skills may take.</summary>
/// <param name="Limit">The most: tokens, or characters when the context window is not known.</param>
/// <param name="InTokens">What is counted.</param>
internal sealed record SkillBudget(long Limit, bool InTokens)
{
    private const long Percent = 2;
    private const long CharactersWithoutWindow = 8_000;

    /// <summary>The budget in a context window of so many tokens.</summary>
    public static SkillBudget For(long? contextWindow) => contextWindow is > 0 and { } window
        ? new SkillBudget(Math.Max(window * Percent / 100, 1), InTokens: true)
        : new SkillBudget(CharactersWithoutWindow, InTokens: false);

    /// <summary>What a text of this size costs.</summary>
    public long Cost(long characters, long bytes) => InTokens ? TokenEstimate.OfBytes(bytes) : characters;

    /// <summary>What a text costs.</summary>
    public long Cost(string text) => Cost(InTokens ? 0 : CharacterCount.Of(text), Encoding.UTF8.GetByteCount(text));

    /// <summary>What a line with its end costs.</summary>
    public long LineCost(string line) => Cost(line + "\n");
}
