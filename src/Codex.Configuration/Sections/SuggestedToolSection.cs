using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary>An entry of <c>[tool_suggest]</c>.</summary>
public sealed record SuggestedToolSection
{
    /// <summary>connector or plugin.</summary>
    public string Type { get; init; } = "";

    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    internal static SuggestedToolSection Read(TableReader table) => new()
    {
        Type = SuggestedToolKind.Read(table),
        Id = table.RequiredString("id"),
    };
}
