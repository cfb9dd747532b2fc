using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[experimental_thread_store]</c>.</summary>
public sealed record ThreadStoreSection
{
    private static readonly string[] s_types = ["local", "in_memory"];

    /// <summary>local or in_memory.</summary>
    public string Type { get; init; } = "local";

    /// <summary>Id of a store in memory.</summary>
    public string? Id { get; init; }

    internal static ThreadStoreSection Read(TableReader table)
    {
        table.IgnoreUnknown();
        var type = s_types[table.RequiredVariant("type", s_types)];
        return new ThreadStoreSection { Type = type, Id = type == "in_memory" ? table.Flattened(static t => t.RequiredString("id")) : null };
    }
}
