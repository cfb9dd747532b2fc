using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[feedback]</c>.</summary>
public sealed record FeedbackSection
{
    /// <summary>Whether feedback can be sent.</summary>
    public bool? Enabled { get; init; }

    internal static FeedbackSection Read(TableReader table) => new()
    {
        Enabled = table.Boolean("enabled"),
    };
}
