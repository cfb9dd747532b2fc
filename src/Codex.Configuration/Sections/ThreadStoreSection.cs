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
        var type = ReadType(table);
        return new ThreadStoreSection { Type = type, Id = type == "in_memory" ? table.Flattened(static t => t.RequiredString("id")) : null };
    }

    private static string ReadType(TableReader table)
    {
        if (table.Raw("type") is null or Formats.Toml.TomlString)
            return s_types[table.RequiredVariant("type", s_types)];
        table.Reject<string>("type", ValueText.WrongType(table.Raw("type")!, "variant identifier"));
        return s_types[0];
    }
}
