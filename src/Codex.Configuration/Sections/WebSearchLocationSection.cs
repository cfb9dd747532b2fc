using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[tools.web_search.location]</c>: where the user is.</summary>
public sealed record WebSearchLocationSection
{
    /// <summary>Country.</summary>
    public string? Country { get; init; }

    /// <summary>Region.</summary>
    public string? Region { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>Time zone name.</summary>
    public string? Timezone { get; init; }

    internal static WebSearchLocationSection Read(TableReader table) => new()
    {
        Country = table.String("country"),
        Region = table.String("region"),
        City = table.String("city"),
        Timezone = table.String("timezone"),
    };
}
