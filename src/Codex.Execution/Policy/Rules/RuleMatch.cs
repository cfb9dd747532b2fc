using System.Collections.Immutable;

namespace Codex.Execution.Policy.Rules;

/// <summary>A rule that speaks about a command.</summary>
/// <param name="Prefix">The words of the command that it looked at.</param>
/// <param name="Decision">What it says.</param>
/// <param name="ResolvedProgram">The path that the command named, when the rule names only its last component.</param>
/// <param name="Justification">Why.</param>
public sealed record RuleMatch(ImmutableArray<string> Prefix, RuleDecision Decision, string? ResolvedProgram, string? Justification);
