namespace Codex.Cli.CommandLine;

/// <summary>Finds what a user may have meant: candidates with a Jaro similarity above 0.7.</summary>
internal static class Similar
{
    private const double Threshold = 0.7;

    /// <summary>A known option whose long name, hidden aliases included, is similar.</summary>
    public static (string Name, OptionSpec Option)? Option(ParsedCommand command, string name)
    {
        List<(string Name, OptionSpec Option)> candidates = [];
        foreach (var option in command.AllOptions())
        {
            candidates.Add((option.Long, option));
            foreach (var alias in option.Aliases)
                candidates.Add((alias, option));
        }

        var best = Best(name, [.. candidates.ConvertAll(static candidate => candidate.Name), "help", .. Version(command.Spec)]);
        return best is null or "help" or "version" ? null : candidates.Find(candidate => candidate.Name == best);
    }

    /// <summary>A similar option of a subcommand that stands further right on the command line.</summary>
    /// <param name="command">The command that does not know the option.</param>
    /// <param name="name">The unknown name.</param>
    /// <param name="following">The words behind it.</param>
    public static (string Subcommand, string Name)? OptionOfSubcommand(ParsedCommand command, string name, IReadOnlyList<string> following)
    {
        foreach (var word in following)
        {
            if (Array.Find(command.Spec.Subcommands, spec => spec.Name == word) is not { } subcommand)
                continue;
            if (Option(new ParsedCommand(subcommand, command), name) is { } similar)
                return (word, similar.Name);
        }

        return null;
    }

    /// <summary>Similar subcommands; the best comes last.</summary>
    public static List<string> Subcommands(CommandSpec spec, string word)
    {
        List<string> names = [];
        foreach (var command in spec.Subcommands)
        {
            if (!command.Unlisted)
                names.AddRange([command.Name, .. command.Aliases, .. command.HiddenAliases]);
        }

        return Rank(word, [.. names, "help"]);
    }

    /// <summary>The best candidate, or null when none is similar.</summary>
    public static string? Best(string text, IReadOnlyList<string> candidates) => Rank(text, candidates) is [.., var best] ? best : null;

    private static List<string> Rank(string text, IReadOnlyList<string> candidates)
    {
        List<(double Score, string Name)> similar = [];
        foreach (var candidate in candidates)
        {
            var score = Jaro(text, candidate);
            if (score <= Threshold)
                continue;
            var behind = similar.FindIndex(other => other.Score > score);
            similar.Insert(behind < 0 ? similar.Count : behind, (score, candidate));
        }

        return similar.ConvertAll(static entry => entry.Name);
    }

    private static string[] Version(CommandSpec spec) => spec.VersionName is null ? [] : ["version"];

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
