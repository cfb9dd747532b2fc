using Codex.Configuration;
using Codex.Configuration.Environment;
using Codex.Configuration.Layers;
using Codex.Engine;
using Codex.Extensions.Skills;
using Codex.Formats.Toml;
using Codex.Platform.Environment;

namespace Codex.Cli.Sessions;

/// <summary>What a configuration says about skills.</summary>
internal static class SkillSettings
{
    public static SkillOptions Read(LoadedConfig loaded, HostEnvironment host) => new()
    {
        IncludeInstructions = loaded.Effective.IncludeSkillInstructions,
        Roots = SkillRoots.Find(Sources(loaded, host)),
        // Projects have no say in what the user switched off, so the merged configuration is not asked.
        Switches = [.. loaded.Layers.Where(static layer => layer.Kind is ConfigLayerKind.User or ConfigLayerKind.SessionFlags).SelectMany(Switches)],
    };

    private static SkillSources Sources(LoadedConfig loaded, HostEnvironment host) => new()
    {
        ProjectFolders = [.. loaded.Layers.Select(static layer => layer.DotCodexFolder).OfType<string>().Reverse()],
        CodexHome = loaded.Effective.CodexHome,
        HomeDirectory = host.HomeDirectory,
        MachineFolder = loaded.Layers.FirstOrDefault(static layer => layer.Kind == ConfigLayerKind.System) is { File: { } file } ? Path.GetDirectoryName(file) : null,
        IncludesBundled = loaded.Effective.Settings.Skills?.Bundled?.Enabled ?? true,
        WorkingDirectory = loaded.Effective.WorkingDirectory,
        RootMarkers = [.. loaded.Effective.ProjectRootMarkers],
    };

    private static IEnumerable<SkillSwitch> Switches(ConfigLayer layer) =>
        layer.Values.TryGetValue("skills", out var skills) && skills is TomlTable table
        && table.TryGetValue("config", out var config) && config is TomlArray entries
            ? entries.Items.OfType<TomlTable>().Select(Switch).OfType<SkillSwitch>()
            : [];

    // An entry has to select by one of the two; others are passed over, as in the original.
    private static SkillSwitch? Switch(TomlTable entry)
    {
        var path = (entry.TryGetValue("path", out var pathValue) ? pathValue as TomlString : null)?.Value;
        var name = (entry.TryGetValue("name", out var nameValue) ? nameValue as TomlString : null)?.Value.Trim();
        if (path is null == string.IsNullOrEmpty(name) || !entry.TryGetValue("enabled", out var enabled) || enabled is not TomlBoolean { Value: var isOn })
            return null;
        return new SkillSwitch(path is null ? null : CanonicalPath.Resolve(path), name, isOn);
    }
}
