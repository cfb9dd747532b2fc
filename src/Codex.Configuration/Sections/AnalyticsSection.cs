using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[analytics]</c>.</summary>
public sealed record AnalyticsSection
{
    /// <summary>Whether usage is reported; null leaves it to the program.</summary>
    public bool? Enabled { get; init; }

    internal static AnalyticsSection Read(TableReader table) => new()
    {
        Enabled = table.Boolean("enabled"),
    };
}
