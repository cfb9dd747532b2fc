using System.Collections.Immutable;
using Codex.Formats.Bash;
using Codex.Formats.Starlark;

namespace Codex.Execution.Policy.Rules.Loading;

/// <summary>The examples of a rule, checked when its whole file was read: executables may be defined behind it.</summary>
/// <param name="Rules">The rule, once for every alternative of its first word.</param>
/// <param name="Matching">Commands that it must speak about.</param>
/// <param name="NotMatching">Commands that it must not speak about.</param>
/// <param name="Call">Where the rule is defined.</param>
internal sealed record PendingExamples(
    ImmutableArray<PrefixRule> Rules, ImmutableArray<ImmutableArray<string>> Matching, ImmutableArray<ImmutableArray<string>> NotMatching, StarlarkSpan Call)
{
    private static string Root => OperatingSystem.IsWindows() ? @"C:\" : "/";

    /// <summary>Compares the examples with the rule.</summary>
    /// <exception cref="FailedExampleException">One is wrong.</exception>
    public void Check(IReadOnlyDictionary<string, ImmutableArray<string>> hostExecutables)
    {
        if (Matching.IsEmpty && NotMatching.IsEmpty)
        {
            return;
        }

        var alone = new CommandRules(Rules.GroupBy(static rule => rule.Program).ToDictionary(static group => group.Key, static group => group.ToImmutableArray()), [], hostExecutables);
        foreach (var example in NotMatching)
        {
            if (alone.Match(example, Root) is [var match, ..])
            {
                throw new FailedExampleException($"expected example to not match rule `{RuleDebugText.Of(match)}`: {ShellQuoting.Join(example)}", Call);
            }
        }

        string[] unmatched = [.. Matching.Where(example => alone.Match(example, Root).IsEmpty).Select(static example => ShellQuoting.Join(example))];
        if (unmatched.Length > 0)
        {
            var rules = RuleDebugText.List(Rules.Select(static rule => RuleDebugText.Of(rule)));
            throw new FailedExampleException(
                $"expected every example to match at least one rule. rules: {rules}; unmatched examples: {RuleDebugText.List(unmatched)}", Call);
        }
    }
}
