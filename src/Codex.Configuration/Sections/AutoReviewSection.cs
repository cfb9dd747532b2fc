using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[auto_review]</c>: the reviewing agent.</summary>
public sealed record AutoReviewSection
{
    /// <summary>More policy text for the reviewer.</summary>
    public string? Policy { get; init; }

    internal static AutoReviewSection Read(TableReader table) => new()
    {
        Policy = table.String("policy"),
    };
}
