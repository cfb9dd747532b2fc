using Codex.Configuration.Layers;
using Codex.Configuration.Reading;
using Codex.Configuration.Sections;
using Codex.Formats.Toml;

namespace Codex.Configuration.Resolved;

/// <summary>
/// The form in which the original writes a configuration after it has read one: known fields in the order of its types, with the
/// defaults that its types have, and without what it drops.
/// </summary>
internal static class ResolvedForm
{
    /// <summary>A copy in that form.</summary>
    public static TomlTable Of(TomlTable config)
    {
        var values = (TomlTable)ConfigMerge.WithoutAliases(config).Copy();
        RenewServers(values);
        DropSwitch(values, "tools", "web_search");
        ResolvedDefaults.Fill(values);
        var order = new FieldOrder();
        TableReader.Read(values, new ReadContext(PathResolver.Rootless, collectUnknown: false, order: order), ConfigSettings.Read);
        return order.Arrange(values);
    }

    private static void RenewServers(TomlTable values)
    {
        foreach (var server in Tables(values, "mcp_servers"))
        {
            server.Remove("name");
            RenewTimes(server);
        }
    }

    // Seconds go before the older milliseconds; both become seconds with a fraction.
    private static void RenewTimes(TomlTable server)
    {
        if (server.TryGetValue("startup_timeout_ms", out var milliseconds) && server.IndexOf("startup_timeout_sec") < 0 && milliseconds is TomlInteger number)
            server["startup_timeout_sec"] = new TomlFloat(number.Value / 1000.0);
        server.Remove("startup_timeout_ms");
        foreach (var key in (ReadOnlySpan<string>)["startup_timeout_sec", "tool_timeout_sec"])
        {
            if (server.TryGetValue(key, out var seconds) && seconds is TomlInteger whole)
                server[key] = new TomlFloat(whole.Value);
        }
    }

    private static void DropSwitch(TomlTable values, string section, string key)
    {
        if (values.TryGetValue(section, out var table) && table is TomlTable settings && settings.TryGetValue(key, out var value) && value is TomlBoolean)
            settings.Remove(key);
    }

    private static IEnumerable<TomlTable> Tables(TomlTable values, string key) =>
        values.TryGetValue(key, out var map) && map is TomlTable table ? table.Entries.Select(static entry => entry.Value).OfType<TomlTable>() : [];
}
