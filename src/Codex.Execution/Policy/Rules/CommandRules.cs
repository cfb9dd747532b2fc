using System.Collections.Immutable;

namespace Codex.Execution.Policy.Rules;

/// <summary>The rules of a session, found by the first word of a command. Immutable: an amendment makes new rules.</summary>
public sealed class CommandRules
{
    private readonly Dictionary<string, ImmutableArray<PrefixRule>> _rules;
    private readonly Dictionary<string, ImmutableArray<string>> _hostExecutables;

    internal CommandRules(
        IReadOnlyDictionary<string, ImmutableArray<PrefixRule>> rules,
        ImmutableArray<NetworkRule> networkRules,
        IReadOnlyDictionary<string, ImmutableArray<string>> hostExecutables)
    {
        _rules = new(rules, StringComparer.Ordinal);
        _hostExecutables = new(hostExecutables, StringComparer.Ordinal);
        NetworkRules = networkRules;
    }

    /// <summary>No rules.</summary>
    public static CommandRules Empty { get; } = new(ImmutableDictionary<string, ImmutableArray<PrefixRule>>.Empty, [], ImmutableDictionary<string, ImmutableArray<string>>.Empty);

    /// <summary>The rules about hosts, in order.</summary>
    public ImmutableArray<NetworkRule> NetworkRules { get; }

    /// <summary>Whether there are no rules about commands.</summary>
    public bool IsEmpty => _rules.Count is 0;

    /// <summary>
    /// The rules that speak about a command, in the order in which they were read. A path that no rule names counts as its last
    /// component, unless <c>host_executable</c> lists other paths for that name.
    /// </summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="directory">Where relative paths of programs start, absolute; null when paths do not count as their last component at all.</param>
    public ImmutableArray<RuleMatch> Match(IReadOnlyList<string> command, string? directory)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Count is 0 || _rules.Count is 0)
        {
            return [];
        }

        var exact = Match(command[0], command, resolvedProgram: null);
        if (!exact.IsEmpty || directory is null || command[0].Length is 0 || command[0].Contains('\0', StringComparison.Ordinal))
        {
            return exact;
        }

        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(command[0], directory));
        return NameOfHostExecutable(path) is { } name ? Match(name, command, path) : [];
    }

    /// <summary>Every prefix that a rule allows, alternatives as <c>[a|b]</c>; sorted, each once.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AllowedPrefixes()
    {
        List<string[]> prefixes = [];
        foreach (var rule in _rules.Values.SelectMany(static list => list))
        {
            if (rule.Decision is RuleDecision.Allow)
            {
                prefixes.Add([rule.Program, .. rule.Rest.Select(Render)]);
            }
        }

        prefixes.Sort(Compare);
        return [.. prefixes.Where((prefix, index) => index is 0 || Compare(prefixes[index - 1], prefix) is not 0)];
    }

    /// <summary>The rules and one more.</summary>
    public CommandRules With(PrefixRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var more = new Dictionary<string, ImmutableArray<PrefixRule>>(_rules);
        more[rule.Program] = [.. more.GetValueOrDefault(rule.Program, []), rule];
        return new CommandRules(more, NetworkRules, _hostExecutables);
    }

    /// <summary>The rules and one more.</summary>
    public CommandRules With(NetworkRule rule) => new(_rules, NetworkRules.Add(rule), _hostExecutables);

    private ImmutableArray<RuleMatch> Match(string program, IReadOnlyList<string> command, string? resolvedProgram)
    {
        if (!_rules.TryGetValue(program, out var candidates))
        {
            return [];
        }

        var matches = ImmutableArray.CreateBuilder<RuleMatch>();
        foreach (var rule in candidates)
        {
            if (rule.FitsBehindProgram(command))
            {
                matches.Add(new RuleMatch([program, .. command.Skip(1).Take(rule.Rest.Length)], rule.Decision, resolvedProgram, rule.Justification));
            }
        }

        return matches.DrainToImmutable();
    }

    private string? NameOfHostExecutable(string path)
    {
        var name = ExecutableNames.KeyOf(Path.GetFileName(path));
        return _hostExecutables.TryGetValue(name, out var paths) && !paths.Contains(path) ? null : name;
    }

    private static string Render(ImmutableArray<string> alternatives) => alternatives is [var only] ? only : $"[{string.Join('|', alternatives)}]";

    private static int Compare(string[] left, string[] right)
    {
        for (var index = 0; index < Math.Min(left.Length, right.Length); index++)
        {
            if (string.CompareOrdinal(left[index], right[index]) is not 0 and var order)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
