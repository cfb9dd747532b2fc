using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Sections;

/// <summary>Reads <c>env_vars</c>: names, or tables with a name and a source.</summary>
internal static class McpEnvironmentVariables
{
    public static IReadOnlyList<McpEnvironmentVariable>? Read(TableReader table) => table.List("env_vars", ReadItem);

    private static McpEnvironmentVariable? ReadItem(TomlValue item, ReadContext context)
    {
        var variable = item switch
        {
            TomlString name => new McpEnvironmentVariable { Name = name.Value },
            TomlTable table => Untagged.TryRead(table, context, ReadStrictly),
            _ => null,
        };
        if (variable is null)
            context.Report(Untagged.NoMatch("McpServerEnvVar"));
        return variable;
    }

    private static McpEnvironmentVariable ReadStrictly(TableReader table)
    {
        table.DenyUnknown("name", "source");
        return McpEnvironmentVariable.Read(table);
    }
}
