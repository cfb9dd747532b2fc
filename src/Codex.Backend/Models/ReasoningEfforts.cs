namespace Codex.Backend.Models;

/// <summary>The known reasoning efforts, in order.</summary>
public static class ReasoningEfforts
{
    /// <summary>From none to the greatest.</summary>
    public static IReadOnlyList<string> All { get; } = ["none", "minimal", "low", "medium", "high", "xhigh"];

    /// <summary>
    /// What becomes of an effort when a user goes over to another model: the nearest that it has, the first of two
    /// that are as near; the effort itself when the model names none.
    /// </summary>
    public static string Nearest(string effort, IReadOnlyList<ReasoningPreset> supported)
    {
        var rank = Rank(effort);
        return supported.MinBy(preset => Math.Abs(Rank(preset.Effort) - rank))?.Effort ?? effort;
    }

    private static int Rank(string effort)
    {
        for (var index = 0; index < All.Count; index++)
        {
            if (All[index] == effort)
                return index;
        }

        return 0;
    }
}
