using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary>Reads the roles of <c>[agents]</c>: every key that is not a setting.</summary>
internal static class AgentRoles
{
    private static readonly HashSet<string> s_settings = ["max_threads", "max_depth", "job_max_runtime_seconds", "interrupt_message"];

    public static IReadOnlyDictionary<string, AgentRoleSection> Read(TableReader table) =>
        table.Rest(s_settings, (value, _) => table.ReadTable(value, "struct AgentRoleToml", AgentRoleSection.Read));
}
