using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Sections;

/// <summary><c>[permissions.x.network.mitm.hooks.y]</c>: requests that actions apply to.</summary>
public sealed record InterceptionHookSection
{
    /// <summary>Host pattern.</summary>
    public string Host { get; init; } = "";

    /// <summary>Methods.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Beginnings of paths.</summary>
    public IReadOnlyList<string> PathPrefixes { get; init; } = [];

    /// <summary>Accepted values by query parameter.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Query { get; init; }

    /// <summary>Accepted values by header.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Headers { get; init; }

    /// <summary>The body, as written.</summary>
    public TomlValue? Body { get; init; }

    /// <summary>Names of the actions.</summary>
    public IReadOnlyList<string> Action { get; init; } = [];

    internal static InterceptionHookSection Read(TableReader table) => new()
    {
        Host = table.RequiredString("host"),
        Methods = ReadRequired(table, "methods"),
        PathPrefixes = ReadRequired(table, "path_prefixes"),
        Query = ScalarMaps.TextLists(table, "query"),
        Headers = ScalarMaps.TextLists(table, "headers"),
        Body = table.Raw("body"),
        Action = ReadRequired(table, "action"),
    };

    private static IReadOnlyList<string> ReadRequired(TableReader table, string key)
    {
        if (table.Raw(key) is null)
            table.Missing(key);
        return table.Strings(key) ?? [];
    }
}
