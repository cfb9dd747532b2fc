using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[windows]</c>.</summary>
public sealed record WindowsSection
{
    /// <summary>Sandbox implementation.</summary>
    public string? Sandbox { get; init; }

    /// <summary>Whether the child gets a desktop of its own.</summary>
    public bool? SandboxPrivateDesktop { get; init; }

    internal static WindowsSection Read(TableReader table) => new()
    {
        Sandbox = table.Word("sandbox", "elevated", "unelevated"),
        SandboxPrivateDesktop = table.Boolean("sandbox_private_desktop"),
    };
}
