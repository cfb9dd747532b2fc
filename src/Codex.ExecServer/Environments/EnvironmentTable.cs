using Codex.Formats.Toml;

namespace Codex.ExecServer.Environments;

/// <summary>A table of the file with environments, read by kind.</summary>
/// <param name="table">The table.</param>
internal sealed class EnvironmentTable(TomlTable table)
{
    /// <summary>Whether a key is there.</summary>
    public bool Has(string key) => table.TryGetValue(key, out _);

    /// <summary>Stops at a key that means nothing.</summary>
    public void CheckKeys(IReadOnlyList<string> known)
    {
        foreach (var entry in table.Entries)
        {
            if (!known.Contains(entry.Key))
                throw new EnvironmentSettingsException($"unknown field `{entry.Key}`, expected one of {string.Join(", ", known.Select(static key => $"`{key}`"))}");
        }
    }

    /// <summary>A text; null when it is not there.</summary>
    public string? Text(string key) => Find<TomlString>(key, "a string")?.Value;

    /// <summary>A flag; null when it is not there.</summary>
    public bool? Flag(string key) => Find<TomlBoolean>(key, "a boolean")?.Value;

    /// <summary>A time in seconds; null when it is not there.</summary>
    public TimeSpan? Seconds(string key) => !table.TryGetValue(key, out var value) ? null : value switch
    {
        TomlInteger { Value: >= 0 and <= int.MaxValue } whole => TimeSpan.FromSeconds(whole.Value),
        TomlFloat { Value: >= 0 and <= int.MaxValue } fraction => TimeSpan.FromSeconds(fraction.Value),
        _ => throw Wrong(key, "a number of seconds"),
    };

    /// <summary>Texts; empty when they are not there.</summary>
    public IEnumerable<string> Texts(string key) =>
        Find<TomlArray>(key, "a sequence") is { } list ? list.Items.Select(item => item is TomlString text ? text.Value : throw Wrong(key, "strings")) : [];

    /// <summary>Texts by name; empty when they are not there.</summary>
    public Dictionary<string, string> Map(string key) =>
        Find<TomlTable>(key, "a map") is { } map ? map.Entries.ToDictionary(static entry => entry.Key, entry => entry.Value is TomlString text ? text.Value : throw Wrong(key, "strings")) : [];

    /// <summary>Tables; empty when they are not there.</summary>
    public IEnumerable<EnvironmentTable> Tables(string key) =>
        Find<TomlArray>(key, "a sequence") is { } list ? list.Items.Select(item => item is TomlTable entry ? new EnvironmentTable(entry) : throw Wrong(key, "tables")) : [];

    private T? Find<T>(string key, string expected)
        where T : TomlValue => !table.TryGetValue(key, out var value) ? null : value as T ?? throw Wrong(key, expected);

    private static EnvironmentSettingsException Wrong(string key, string expected) => new($"`{key}` has to be {expected}");
}
