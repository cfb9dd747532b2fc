using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[apps._default]</c>.</summary>
public sealed record AppDefaultsSection
{
    /// <summary>Whether apps are on.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether destructive tools may be used.</summary>
    public bool DestructiveEnabled { get; init; } = true;

    /// <summary>Whether tools that reach the outside may be used.</summary>
    public bool OpenWorldEnabled { get; init; } = true;

    internal static AppDefaultsSection Read(TableReader table) => new()
    {
        Enabled = table.Boolean("enabled") ?? true,
        DestructiveEnabled = table.Boolean("destructive_enabled") ?? true,
        OpenWorldEnabled = table.Boolean("open_world_enabled") ?? true,
    };
}
