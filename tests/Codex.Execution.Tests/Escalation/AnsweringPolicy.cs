using Codex.Execution.Escalation;

namespace Codex.Execution.Tests.Escalation;

/// <summary>A policy with one answer for all programs.</summary>
internal sealed class AnsweringPolicy(Func<InterceptedProgram, CancellationToken, ValueTask<EscalationDecision>> decide) : IEscalationPolicy
{
    internal static AnsweringPolicy Run { get; } = Always(new EscalationDecision.Run());

    internal static AnsweringPolicy Always(EscalationDecision decision) => new((_, _) => ValueTask.FromResult(decision));

    public ValueTask<EscalationDecision> DecideAsync(InterceptedProgram program, CancellationToken cancellationToken) => decide(program, cancellationToken);
}
