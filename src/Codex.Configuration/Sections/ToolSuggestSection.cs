using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[tool_suggest]</c>.</summary>
public sealed record ToolSuggestSection
{
    /// <summary>What may be suggested.</summary>
    public IReadOnlyList<SuggestedToolSection>? Discoverables { get; init; }

    /// <summary>What may not.</summary>
    public IReadOnlyList<SuggestedToolSection>? DisabledTools { get; init; }

    internal static ToolSuggestSection Read(TableReader table) => new()
    {
        Discoverables = table.Sections("discoverables", "struct ToolSuggestDiscoverable", SuggestedToolSection.Read),
        DisabledTools = table.Sections("disabled_tools", "struct ToolSuggestDisabledTool", SuggestedToolSection.Read),
    };
}
