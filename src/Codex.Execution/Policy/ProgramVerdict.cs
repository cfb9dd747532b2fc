namespace Codex.Execution.Policy;

/// <summary>What a policy says about one program that a running command wants to start.</summary>
/// <param name="Decision">Whether it may.</param>
/// <param name="IsDemandedByRule">Whether a rule says so, rather than the danger of the program.</param>
public sealed record ProgramVerdict(Rules.RuleDecision Decision, bool IsDemandedByRule);
