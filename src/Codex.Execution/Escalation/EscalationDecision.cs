namespace Codex.Execution.Escalation;

/// <summary>What becomes of a program that a shell is about to start.</summary>
public abstract record EscalationDecision
{
    private EscalationDecision()
    {
    }

    /// <summary>It starts where the shell is.</summary>
    public sealed record Run : EscalationDecision;

    /// <summary>We start it outside of the shell's sandbox, with the shell's streams.</summary>
    /// <param name="Executable">What to start: the path of the program with every link followed.</param>
    public sealed record Escalate(string Executable) : EscalationDecision;

    /// <summary>It does not start.</summary>
    /// <param name="Reason">Why, for the reader of the command's output; null when nothing is said.</param>
    public sealed record Deny(string? Reason) : EscalationDecision;
}
