using Codex.Configuration.Reading;
using Codex.Configuration.Sections;

namespace Codex.Configuration.Requirements;

/// <summary><c>[apps.x]</c> of requirements.</summary>
/// <param name="Enabled">The switch; off wins over every other source.</param>
/// <param name="ToolApprovalModes">auto, prompt or approve by tool.</param>
public sealed record AppRequirement(bool? Enabled, IReadOnlyDictionary<string, string> ToolApprovalModes)
{
    private static readonly HashSet<string> s_noFields = [];

    internal static IReadOnlyDictionary<string, AppRequirement>? ReadMap(TableReader table) => table.Map("apps", "struct AppRequirementToml", Read);

    /// <summary>This requirement with a weaker source's: who switches off wins, other values are kept.</summary>
    internal AppRequirement Over(AppRequirement weaker)
    {
        var modes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (tool, mode) in weaker.ToolApprovalModes.Concat(ToolApprovalModes))
            modes[tool] = mode;
        return new AppRequirement(Enabled == false || weaker.Enabled == false ? false : Enabled ?? weaker.Enabled, modes);
    }

    private static AppRequirement Read(TableReader table)
    {
        var tools = table.Section("tools", "struct AppToolsRequirementsToml", static tools => tools.Rest(
            s_noFields, (value, _) => tools.ReadTable(value, "struct AppToolRequirementToml", static tool => new McpToolSection
            {
                ApprovalMode = tool.Word("approval_mode", "auto", "prompt", "approve"),
            })));
        return new AppRequirement(
            table.Boolean("enabled"),
            (tools ?? new Dictionary<string, McpToolSection>())
                .Where(static tool => tool.Value.ApprovalMode is not null)
                .ToDictionary(static tool => tool.Key, static tool => tool.Value.ApprovalMode!, StringComparer.Ordinal));
    }
}
