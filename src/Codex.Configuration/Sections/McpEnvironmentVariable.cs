using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary>An element of <c>mcp_servers.x.env_vars</c>.</summary>
public sealed record McpEnvironmentVariable
{
    /// <summary>Name of the variable.</summary>
    public string Name { get; init; } = "";

    /// <summary>local or remote.</summary>
    public string? Source { get; init; }

    /// <summary>Whether it was written as a table, even if that only holds the name.</summary>
    public bool IsTable { get => field || Source is not null; init; }

    internal static McpEnvironmentVariable Read(TableReader table) => new()
    {
        Name = table.RequiredString("name"),
        Source = table.String("source"),
        IsTable = true,
    };
}
