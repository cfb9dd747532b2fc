using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Sections;

/// <summary><c>[tools.web_search]</c>.</summary>
public sealed record WebSearchToolSection
{
    /// <summary>low, medium or high.</summary>
    public string? ContextSize { get; init; }

    /// <summary>Only these domains.</summary>
    public IReadOnlyList<string>? AllowedDomains { get; init; }

    /// <summary>Where the user is.</summary>
    public WebSearchLocationSection? Location { get; init; }

    internal static WebSearchToolSection? ReadOptional(TableReader table) => table.Raw("web_search") switch
    {
        null or TomlBoolean => null,
        TomlTable value when Untagged.TryRead(value, table.Context, Read) is { } section => section,
        _ => table.Reject<WebSearchToolSection>("web_search", Untagged.NoMatch("WebSearchToolConfigInput")),
    };

    private static WebSearchToolSection Read(TableReader table) => new()
    {
        ContextSize = table.Word("context_size", "low", "medium", "high"),
        AllowedDomains = table.Strings("allowed_domains"),
        Location = table.Section("location", "struct WebSearchLocation", WebSearchLocationSection.Read),
    };
}
