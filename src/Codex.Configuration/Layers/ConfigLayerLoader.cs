using Codex.Configuration.Reading;
using Codex.Configuration.Requirements;
using Codex.Configuration.Sections;
using Codex.Configuration.Trust;
using Codex.Formats.Toml;

namespace Codex.Configuration.Layers;

/// <summary>Reads all layers, lowest first (<c>config/src/loader/mod.rs</c>).</summary>
internal sealed class ConfigLayerLoader(ConfigLoadRequest request)
{
    private const string FileName = "config.toml";

    private readonly List<ConfigLayer> _layers = [];
    private readonly List<ConfigWarning> _warnings = [];

    /// <summary>What the user should be told.</summary>
    public IReadOnlyList<ConfigWarning> Warnings => _warnings;

    /// <exception cref="ConfigException">A file or an option cannot be used.</exception>
    public ConfigLayerStack Load()
    {
        var requirements = new RequirementsLoader(request);
        requirements.ReadOwnSources();
        var managed = ReadManaged();
        foreach (var layer in Enumerable.Reverse(managed))
            requirements.ReadManaged(layer);
        var options = ReadOptions();
        _layers.Add(ReadLayer(ConfigLayerKind.System, request.SystemPaths.Config) ?? EmptyLayer(ConfigLayerKind.System, request.SystemPaths.Config));
        AddUserLayers();
        if (request.WorkingDirectory is { } directory)
            AddProjectLayers(directory, options);
        if (options is not null)
            _layers.Add(new ConfigLayer { Kind = ConfigLayerKind.SessionFlags, Values = options });
        _layers.AddRange(managed);
        return new ConfigLayerStack(_layers, requirements.Complete());
    }

    /// <summary>The layers of administrators that go before everything, the stronger one last.</summary>
    private ConfigLayer[] ReadManaged()
    {
        var file = ReadLayer(ConfigLayerKind.ManagedFile, request.SystemPaths.Managed ?? InHome("managed_config.toml"));
        var preferences = request.Preferences?.DecodeConfiguration() is { } source ? ReadPreferences(source) : null;
        return [.. new[] { file, preferences }.OfType<ConfigLayer>()];
    }

    private ConfigLayer ReadPreferences(byte[] source)
    {
        const string name = $"{ManagedPreferences.Domain}:{ManagedPreferences.ConfigurationKey}";
        var values = ConfigFile.Parse(name, source);
        var paths = PathsBelow(request.CodexHome);
        if (request.Strict)
            SettingsReader.CheckStrictly(name, source, values, paths);
        SettingsReader.ResolvePaths(values, paths);
        return new ConfigLayer { Kind = ConfigLayerKind.ManagedPreferences, Values = values, Source = source };
    }

    private string InHome(string name) => Path.Join(request.CodexHome, name);

    private PathResolver PathsBelow(string directory) => new(directory, request.Host.HomeDirectory);

    private TomlTable? ReadOptions()
    {
        var options = ConfigOverrides.Parse(request.Overrides, request.EnabledFeatures, request.DisabledFeatures);
        if (options is null)
            return null;
        var paths = PathsBelow(request.WorkingDirectory ?? request.CodexHome);
        if (request.Strict)
            SettingsReader.CheckOptionsStrictly(options, paths);
        SettingsReader.ResolvePaths(options, paths);
        return options;
    }

    private void AddUserLayers()
    {
        var file = InHome(FileName);
        var layer = request.IgnoreUserConfig ? null : ReadLayer(ConfigLayerKind.User, file);
        if (request.Profile is { } profile)
            RejectOlderProfile(profile, layer?.Values, file);
        _layers.Add(layer ?? EmptyLayer(ConfigLayerKind.User, file));
        if (request.Profile is null)
            return;
        file = ProfileFile(request.Profile);
        layer = request.IgnoreUserConfig ? null : ReadLayer(ConfigLayerKind.User, file, request.Profile);
        _layers.Add(layer ?? EmptyLayer(ConfigLayerKind.User, file, request.Profile));
    }

    private string ProfileFile(string profile) => InHome($"{profile}.config.toml");

    private void RejectOlderProfile(string profile, TomlTable? values, string file)
    {
        if (values is null)
            return;
        var isSelected = values.TryGetValue("profile", out var selected) && selected is TomlString text && text.Value == profile;
        var hasTable = values.TryGetValue("profiles", out var profiles) && profiles is TomlTable table && table.IndexOf(profile) >= 0;
        if (!isSelected && !hasTable)
            return;
        throw new ConfigException(
            ConfigStage.Load,
            $"--profile `{profile}` cannot be used while {file} contains legacy `profile = \"{profile}\"` or `[profiles.{profile}]` config; "
            + $"move those settings into {ProfileFile(profile)} and remove the legacy profile selector/table. "
            + "See https://developers.openai.com/codex/config-advanced#profiles for more information.");
    }

    private static ConfigLayer EmptyLayer(ConfigLayerKind kind, string file, string? profile = null) =>
        new() { Kind = kind, File = file, Profile = profile, Values = new TomlTable() };

    private ConfigLayer? ReadLayer(ConfigLayerKind kind, string file, string? profile = null)
    {
        if (ConfigFile.Read(file) is not { } source)
            return null;
        var values = ConfigFile.Parse(file, source);
        var paths = PathsBelow(Path.GetDirectoryName(file)!);
        if (request.Strict)
            SettingsReader.CheckStrictly(file, source, values, paths);
        SettingsReader.ResolvePaths(values, paths);
        return new ConfigLayer { Kind = kind, File = file, Profile = profile, Values = values, Source = source };
    }

    private void AddProjectLayers(string directory, TomlTable? options)
    {
        var merged = ConfigMerge.All(_layers.Select(static layer => layer.Values).Concat(options is null ? [] : [options]));
        var markers = ReadMarkers(merged);
        var trust = new ProjectTrust(ReadProjects(merged), directory, markers, _layers[^1].File!);
        var loader = new ProjectLayerLoader(trust, request, _warnings);
        var folders = new List<string>();
        foreach (var ancestor in RepositoryRoots.Ancestors(directory))
        {
            folders.Add(ancestor);
            if (ancestor == trust.ProjectRoot)
                break;
        }

        folders.Reverse();
        _layers.AddRange(folders.Select(loader.Load).OfType<ConfigLayer>());
    }

    private IReadOnlyList<string> ReadMarkers(TomlTable merged)
    {
        if (!merged.TryGetValue("project_root_markers", out var value))
            return [".git"];
        if (value is TomlArray array && array.Items.All(static item => item is TomlString))
            return [.. array.Items.Select(static item => ((TomlString)item).Value)];
        throw FirstFileProblem() ?? new ConfigException(ConfigStage.Load, "project_root_markers must be an array of strings");
    }

    private IReadOnlyDictionary<string, ProjectSection> ReadProjects(TomlTable merged)
    {
        var context = new ReadContext(paths: null, collectUnknown: false);
        var projects = new TableReader(merged, context).Map("projects", "struct ProjectConfig", ProjectSection.Read);
        if (context.Problem is { } problem)
            throw FirstFileProblem() ?? new ConfigException(ConfigStage.Load, problem.Text);
        return projects ?? new Dictionary<string, ProjectSection>();
    }

    private ConfigException? FirstFileProblem() => SettingsReader.FirstProblem(_layers, request.Host.HomeDirectory);
}
