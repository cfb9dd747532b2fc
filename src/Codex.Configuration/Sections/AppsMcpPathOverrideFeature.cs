using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[features.apps_mcp_path_override]</c>.</summary>
public sealed record AppsMcpPathOverrideFeature
{
    /// <summary>The switch.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The path.</summary>
    public string? Path { get; init; }

    internal static AppsMcpPathOverrideFeature Read(TableReader table)
    {
        table.DenyUnknown("enabled", "path");
        return new AppsMcpPathOverrideFeature
        {
            Enabled = table.Boolean("enabled"),
            Path = table.String("path"),
        };
    }
}
