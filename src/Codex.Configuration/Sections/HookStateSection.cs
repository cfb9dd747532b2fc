using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[hooks.state.x]</c>.</summary>
public sealed record HookStateSection
{
    /// <summary>The user's switch.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Hash of the definition that was reviewed.</summary>
    public string? TrustedHash { get; init; }

    internal static HookStateSection Read(TableReader table) => new()
    {
        Enabled = table.Boolean("enabled"),
        TrustedHash = table.String("trusted_hash"),
    };
}
