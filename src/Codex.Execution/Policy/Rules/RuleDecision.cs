namespace Codex.Execution.Policy.Rules;

/// <summary>What a rule says; of several rules the strictest counts, which is the greatest value.</summary>
public enum RuleDecision
{
    /// <summary>It may run, outside of the sandbox.</summary>
    Allow,

    /// <summary>The user has to be asked.</summary>
    Prompt,

    /// <summary>It must not run.</summary>
    Forbidden,
}
