using System.Collections.Immutable;

namespace Codex.Execution.Policy;

/// <summary>What a policy says about a command.</summary>
/// <param name="ProposedPrefix">A prefix that a rule could allow from now on; null when none is to be proposed.</param>
public abstract record CommandVerdict(ImmutableArray<string>? ProposedPrefix)
{
    /// <summary>It may run.</summary>
    /// <param name="LeavesSandbox">Whether rules allow all of it, which takes it outside of the sandbox.</param>
    /// <param name="ProposedPrefix">What could be allowed if the sandbox stops it.</param>
    public sealed record Allow(bool LeavesSandbox, ImmutableArray<string>? ProposedPrefix) : CommandVerdict(ProposedPrefix);

    /// <summary>The user has to be asked.</summary>
    /// <param name="Reason">What a rule says about it; null when no rule demands the question.</param>
    /// <param name="ProposedPrefix">What could be allowed together with the answer.</param>
    public sealed record Prompt(string? Reason, ImmutableArray<string>? ProposedPrefix) : CommandVerdict(ProposedPrefix);

    /// <summary>It must not run.</summary>
    /// <param name="Text">Why, as the model is told.</param>
    public sealed record Forbidden(string Text) : CommandVerdict(ProposedPrefix: null);
}
