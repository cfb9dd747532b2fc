using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[marketplaces.x]</c>.</summary>
public sealed record MarketplaceSection
{
    /// <summary>When it was refreshed.</summary>
    public string? LastUpdated { get; init; }

    /// <summary>Which revision is active.</summary>
    public string? LastRevision { get; init; }

    /// <summary>Kind of source.</summary>
    public string? SourceType { get; init; }

    /// <summary>The source.</summary>
    public string? Source { get; init; }

    /// <summary>Git reference.</summary>
    public string? Reference { get; init; }

    /// <summary>Paths to check out.</summary>
    public IReadOnlyList<string>? SparsePaths { get; init; }

    internal static MarketplaceSection Read(TableReader table) => new()
    {
        LastUpdated = table.String("last_updated"),
        LastRevision = table.String("last_revision"),
        SourceType = table.Word("source_type", "git", "local"),
        Source = table.String("source"),
        Reference = table.String("ref"),
        SparsePaths = table.Strings("sparse_paths"),
    };
}
