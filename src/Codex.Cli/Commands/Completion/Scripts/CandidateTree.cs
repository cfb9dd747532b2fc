using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Completion.Scripts;

/// <summary>What elvish and PowerShell have in common: a list of candidates for each chain of words.</summary>
internal static class CandidateTree
{
    /// <summary>Writes a list for each chain of words, aliases included.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="addList">Takes the chain, joined by semicolons, and its candidates.</param>
    public static void Walk(CompletionNode root, Action<string, IEnumerable<Candidate>> addList) => Walk(root, [root.Spec.Name], addList);

    private static void Walk(CompletionNode command, string[] chains, Action<string, IEnumerable<Candidate>> addList)
    {
        foreach (var chain in chains)
            addList(chain, Candidates(command));
        foreach (var child in command.Children)
        {
            foreach (var chain in chains)
                Walk(child, Array.ConvertAll(child.Names, name => $"{chain};{name}"), addList);
        }
    }

    private static IEnumerable<Candidate> Candidates(CompletionNode command)
    {
        foreach (var option in command.Valued.Concat(command.Flags))
        {
            if (option.Short != '\0')
                yield return new Candidate($"-{option.Short}", Help(option), IsOption: true);
            yield return new Candidate($"--{option.Long}", Help(option), IsOption: true);
        }

        foreach (var child in command.Children)
        {
            foreach (var name in child.Names)
                yield return new Candidate(name, child.Spec.About.Length == 0 ? name : Quote(child.Spec.About), IsOption: false);
        }
    }

    private static string Help(OptionSpec option) => option.Help.Length == 0 ? option.Long : Quote(option.Help);

    private static string Quote(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
