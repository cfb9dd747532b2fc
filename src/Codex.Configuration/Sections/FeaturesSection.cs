using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Sections;

/// <summary><c>[features]</c>: switches by key, three of which can be tables.</summary>
public sealed record FeaturesSection
{
    private static readonly HashSet<string> s_tables = ["multi_agent_v2", "apps_mcp_path_override", "network_proxy"];

    /// <summary>Switches by key, the switches of tables included.</summary>
    public IReadOnlyDictionary<string, bool> Switches { get; init; } = new Dictionary<string, bool>();

    /// <summary>Settings of multi_agent_v2 when it is a table.</summary>
    public MultiAgentV2Feature? MultiAgentV2 { get; init; }

    /// <summary>Settings of apps_mcp_path_override when it is a table.</summary>
    public AppsMcpPathOverrideFeature? AppsMcpPathOverride { get; init; }

    /// <summary>Settings of network_proxy when it is a table.</summary>
    public NetworkProxySettings? NetworkProxy { get; init; }

    internal static FeaturesSection Read(TableReader table)
    {
        var multiAgent = ReadTable(table, "multi_agent_v2", MultiAgentV2Feature.Read);
        var appsPath = ReadTable(table, "apps_mcp_path_override", AppsMcpPathOverrideFeature.Read);
        var proxy = ReadTable(table, "network_proxy", NetworkProxySettings.ReadFeature);
        var switches = ReadSwitches(table);
        Switch(switches, "multi_agent_v2", multiAgent?.Enabled);
        Switch(switches, "apps_mcp_path_override", appsPath is { Enabled: null, Path: not null } ? true : appsPath?.Enabled);
        Switch(switches, "network_proxy", proxy?.Enabled);
        return new FeaturesSection { Switches = switches, MultiAgentV2 = multiAgent, AppsMcpPathOverride = appsPath, NetworkProxy = proxy };
    }

    private static T? ReadTable<T>(TableReader table, string key, Func<TableReader, T> read)
        where T : class => table.Raw(key) switch
        {
            null or TomlBoolean => null,
            TomlTable value when Untagged.TryRead(value, table.Context, read) is { } settings => settings,
            _ => table.Reject<T>(key, Untagged.NoMatch("FeatureToml")),
        };

    private static SortedDictionary<string, bool> ReadSwitches(TableReader table)
    {
        var switches = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var name in s_tables)
        {
            if (table.Raw(name) is TomlBoolean value)
                switches[name] = value.Value;
        }

        foreach (var (key, value) in ReadPlain(table, s_tables))
            switches[key] = value;
        return switches;
    }

    /// <summary>Fixed values of requirements: no table stands for a switch there.</summary>
    internal static SortedDictionary<string, bool> ReadFixed(TableReader table) => ReadPlain(table, new HashSet<string>());

    private static SortedDictionary<string, bool> ReadPlain(TableReader table, IReadOnlySet<string> tables)
    {
        var values = table.Rest(tables, static (value, context) => value is TomlBoolean boolean ? boolean : Refuse(value, context));
        return new(values.ToDictionary(static pair => pair.Key, static pair => pair.Value.Value), StringComparer.Ordinal);
    }

    private static TomlBoolean? Refuse(TomlValue value, ReadContext context)
    {
        context.Report(ValueText.WrongType(value, "a boolean"));
        return null;
    }

    private static void Switch(SortedDictionary<string, bool> switches, string key, bool? value)
    {
        if (value is { } enabled)
            switches[key] = enabled;
    }
}
