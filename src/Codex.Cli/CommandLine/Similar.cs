namespace Codex.Cli.CommandLine;

/// <summary>Finds what a user may have meant: the candidate with the highest Jaro similarity above 0.7.</summary>
internal static class Similar
{
    private const double Threshold = 0.7;

    /// <summary>A known option whose long name, hidden aliases included, is similar.</summary>
    public static (string Name, OptionSpec Option)? Option(ParsedCommand command, string name)
    {
        List<(string Name, OptionSpec Option)> candidates = [];
        for (var owner = command; owner is not null; owner = owner.Parent)
        {
            foreach (var option in owner.Spec.Options)
            {
                if (owner != command && !option.Global)
                    continue;
                candidates.Add((option.Long, option));
                foreach (var alias in option.Aliases)
                    candidates.Add((alias, option));
            }
        }

        var best = Best(name, candidates.ConvertAll(static candidate => candidate.Name));
        return best is null ? null : candidates.Find(candidate => candidate.Name == best);
    }

    /// <summary>A similar subcommand.</summary>
    public static string? Subcommand(CommandSpec spec, string word) =>
        Best(word, [.. Array.ConvertAll(spec.Subcommands, static command => command.Name), "help"]);

    /// <summary>The best candidate, or null when none is similar.</summary>
    public static string? Best(string text, IReadOnlyList<string> candidates)
    {
        string? best = null;
        var bestScore = Threshold;
        foreach (var candidate in candidates)
        {
            var score = Jaro(text, candidate);
            if (score > bestScore)
                (best, bestScore) = (candidate, score);
        }

        return best;
    }

    private static double Jaro(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
            return left.Length == right.Length ? 1 : 0;
        var window = Math.Max(0, (Math.Max(left.Length, right.Length) / 2) - 1);
        var rightUsed = new bool[right.Length];
        List<char> matched = [];
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j < Math.Min(right.Length, i + window + 1); j++)
            {
                if (rightUsed[j] || left[i] != right[j])
                    continue;
                rightUsed[j] = true;
                matched.Add(left[i]);
                break;
            }
        }

        return matched.Count == 0 ? 0 : Score(left.Length, right, rightUsed, matched);
    }

    private static double Score(int leftLength, string right, bool[] rightUsed, List<char> matched)
    {
        var swapped = 0;
        var next = 0;
        for (var j = 0; j < right.Length; j++)
        {
            if (rightUsed[j] && right[j] != matched[next++])
                swapped++;
        }

        double matches = matched.Count;
        return ((matches / leftLength) + (matches / right.Length) + ((matches - (swapped / 2)) / matches)) / 3;
    }
}
