using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[agents]</c>: limits and roles of sub-agents.</summary>
public sealed record AgentsSection
{
    /// <summary>Open agent threads at a time.</summary>
    public long? MaxThreads { get; init; }

    /// <summary>How deep agents may start agents.</summary>
    public long? MaxDepth { get; init; }

    /// <summary>Limit of agent jobs in seconds.</summary>
    public long? JobMaxRuntimeSeconds { get; init; }

    /// <summary>Whether an interruption is recorded for the model.</summary>
    public bool? InterruptMessage { get; init; }

    /// <summary>Roles by name.</summary>
    public IReadOnlyDictionary<string, AgentRoleSection> Roles { get; init; } = new Dictionary<string, AgentRoleSection>();

    internal static AgentsSection Read(TableReader table) => new()
    {
        MaxThreads = table.Integer("max_threads", IntegerKind.Usize),
        MaxDepth = table.Integer("max_depth", IntegerKind.I32),
        JobMaxRuntimeSeconds = table.Integer("job_max_runtime_seconds", IntegerKind.U64),
        InterruptMessage = table.Boolean("interrupt_message"),
        Roles = AgentRoles.Read(table),
    };
}
