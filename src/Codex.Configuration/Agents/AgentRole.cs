namespace Codex.Configuration.Agents;

/// <summary>A role that sub-agents can take (<c>core/src/config/agent_roles.rs</c>).</summary>
public sealed record AgentRole
{
    /// <summary>What the role is for.</summary>
    public string? Description { get; init; }

    /// <summary>A file with configuration for the role; absolute.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Names for agents of the role, or null.</summary>
    public IReadOnlyList<string>? NicknameCandidates { get; init; }

    /// <summary>This role, with what a lower layer says where it says nothing.</summary>
    internal AgentRole Over(AgentRole? lower) => new()
    {
        Description = Description ?? lower?.Description,
        ConfigFile = ConfigFile ?? lower?.ConfigFile,
        NicknameCandidates = NicknameCandidates ?? lower?.NicknameCandidates,
    };
}
