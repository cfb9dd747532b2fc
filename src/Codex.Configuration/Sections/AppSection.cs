using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[apps.x]</c>.</summary>
public sealed record AppSection
{
    /// <summary>Whether the app is on.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether destructive tools may be used.</summary>
    public bool? DestructiveEnabled { get; init; }

    /// <summary>Whether tools that reach the outside may be used.</summary>
    public bool? OpenWorldEnabled { get; init; }

    /// <summary>Approval mode of its tools.</summary>
    public string? DefaultToolsApprovalMode { get; init; }

    /// <summary>Whether its tools are on.</summary>
    public bool? DefaultToolsEnabled { get; init; }

    /// <summary>Tools by name.</summary>
    public IReadOnlyDictionary<string, AppToolSection>? Tools { get; init; }

    internal static AppSection Read(TableReader table) => new()
    {
        Enabled = table.Boolean("enabled") ?? true,
        DestructiveEnabled = table.Boolean("destructive_enabled"),
        OpenWorldEnabled = table.Boolean("open_world_enabled"),
        DefaultToolsApprovalMode = table.Word("default_tools_approval_mode", "auto", "prompt", "approve"),
        DefaultToolsEnabled = table.Boolean("default_tools_enabled"),
        Tools = table.Map("tools", "struct AppToolConfig", AppToolSection.Read, "struct AppToolsConfig"),
    };
}
