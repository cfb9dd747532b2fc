namespace Codex.Execution.Escalation;

/// <summary>Decides about every program that a shell is about to start.</summary>
public interface IEscalationPolicy
{
    /// <summary>The decision about one; may ask the user, and then waits as long as it takes.</summary>
    /// <param name="program">The program.</param>
    /// <param name="cancellationToken">Ends the wait with the command.</param>
    ValueTask<EscalationDecision> DecideAsync(InterceptedProgram program, CancellationToken cancellationToken);
}
