namespace Codex.Execution.Network.Auditing;

/// <summary>A decision about a request, for whoever keeps records (<c>network-proxy/src/network_policy.rs</c>). Never says more of an address than host and port.</summary>
/// <param name="Time">When.</param>
/// <param name="Request">What was wanted.</param>
/// <param name="IsAboutHost">Whether the rules about hosts decided; otherwise the way or the method did.</param>
/// <param name="Decision"><c>allow</c> or <c>deny</c>.</param>
/// <param name="Source">Who decided: <c>baseline_policy</c>, <c>mode_guard</c>, <c>proxy_state</c> or <c>decider</c>.</param>
/// <param name="Reason">Why; <c>allow</c> when a rule allows it.</param>
/// <param name="IsOverride">Whether the user allowed what no rule names.</param>
public sealed record NetworkAuditEvent(
    DateTimeOffset Time, NetworkRequest Request, bool IsAboutHost, string Decision, string Source, string Reason, bool IsOverride)
{
    /// <summary>The thread whose command it was; null when it is no thread's.</summary>
    public string? ThreadId { get; init; }

    /// <summary>The model of the thread.</summary>
    public string? Model { get; init; }
}
