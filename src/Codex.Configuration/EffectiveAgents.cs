using Codex.Configuration.Agents;
using Codex.Configuration.Sections;

namespace Codex.Configuration;

/// <summary>Limits of sub-agents.</summary>
/// <param name="MaxThreads">Open agent threads at a time.</param>
/// <param name="MaxDepth">How deep agents may start agents.</param>
/// <param name="JobMaxRuntimeSeconds">Limit of agent jobs, or null.</param>
/// <param name="InterruptMessageEnabled">Whether an interruption is recorded for the model.</param>
/// <param name="MultiAgentV2">Settings of the newer agents, as written.</param>
public sealed record EffectiveAgents(
    long MaxThreads,
    long MaxDepth,
    long? JobMaxRuntimeSeconds,
    bool InterruptMessageEnabled,
    MultiAgentV2Feature MultiAgentV2)
{
    /// <summary>Roles by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, AgentRole> Roles { get; init; } = new Dictionary<string, AgentRole>();
}
