using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[apps.x.tools.y]</c>.</summary>
public sealed record AppToolSection
{
    /// <summary>Whether the tool is allowed.</summary>
    public bool? Enabled { get; init; }

    /// <summary>auto, prompt or approve.</summary>
    public string? ApprovalMode { get; init; }

    internal static AppToolSection Read(TableReader table) => new()
    {
        Enabled = table.Boolean("enabled"),
        ApprovalMode = table.Word("approval_mode", "auto", "prompt", "approve"),
    };
}
