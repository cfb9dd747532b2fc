using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[projects."path"]</c>.</summary>
public sealed record ProjectSection
{
    /// <summary>The user's decision, or null.</summary>
    public TrustLevel? TrustLevel { get; init; }

    internal static ProjectSection Read(TableReader table) => new()
    {
        TrustLevel = (TrustLevel?)table.Variant("trust_level", "trusted", "untrusted"),
    };
}
