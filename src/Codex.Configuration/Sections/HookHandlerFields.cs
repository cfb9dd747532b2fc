using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary>Reads the fields of a hook handler that depend on each other.</summary>
internal static class HookHandlerFields
{
    private static readonly string[] s_types = ["command", "prompt", "agent"];

    public static string ReadType(TableReader table) => s_types[table.RequiredVariant("type", s_types)];

    public static string? ReadCommand(TableReader table)
    {
        if (table.Raw("type") is Formats.Toml.TomlString { Value: "command" })
            return table.RequiredString("command");
        return table.String("command");
    }
}
