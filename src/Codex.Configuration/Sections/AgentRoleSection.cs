using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[agents.role]</c>: a role for sub-agents.</summary>
public sealed record AgentRoleSection
{
    /// <summary>What the role is for.</summary>
    public string? Description { get; init; }

    /// <summary>A configuration file for the role.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Names for agents of the role.</summary>
    public IReadOnlyList<string>? NicknameCandidates { get; init; }

    internal static AgentRoleSection Read(TableReader table) => new()
    {
        Description = table.String("description"),
        ConfigFile = table.AbsolutePath("config_file"),
        NicknameCandidates = table.Strings("nickname_candidates"),
    };
}
