using System.Net;
using System.Text;
using Codex.Configuration.Layers;
using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Requirements;

/// <summary>Reads requirements, the strongest source first (<c>config/src/loader/mod.rs</c>).</summary>
internal sealed class RequirementsLoader(ConfigLoadRequest request)
{
    private const string LegacyPreferences = "MDM managed_config.toml (legacy)";

    private ConfigRequirements _merged = ConfigRequirements.None;

    /// <summary>Reads what the user's workspace demands.</summary>
    /// <exception cref="ConfigException">It cannot be used.</exception>
    public void ReadCloud()
    {
        if (string.IsNullOrWhiteSpace(request.CloudRequirements))
            return;
        var source = Encoding.UTF8.GetBytes(request.CloudRequirements);
        Add(Read(source, request.CodexHome, UnusableCloud), "cloud requirements");
    }

    /// <summary>Reads the workspace's demands, the managed preferences and the machine's file.</summary>
    /// <exception cref="ConfigException">A source cannot be used.</exception>
    public void ReadOwnSources()
    {
        ReadCloud();
        if (request.Preferences?.DecodeRequirements() is { } preference)
            Add(Read(preference, request.CodexHome, static reason => Unusable("managed preferences", reason)), $"MDM {ManagedPreferences.Domain}:{ManagedPreferences.RequirementsKey}");
        var file = request.SystemPaths.Requirements;
        if (ConfigFile.Read(file, "requirements file") is { } source)
            Add(Read(source, Path.GetDirectoryName(file)!, reason => Unusable(file, reason)), file);
    }

    /// <summary>Reads a managed configuration, whose values are also the only ones that are allowed.</summary>
    /// <exception cref="ConfigException">A value has the wrong type.</exception>
    public void ReadManaged(ConfigLayer layer) => Add(LegacyRequirements.From(layer), layer.File ?? LegacyPreferences);

    /// <summary>The requirements of all sources.</summary>
    /// <exception cref="ConfigException">What is required makes no sense.</exception>
    public ConfigRequirements Complete()
    {
        RequirementChecks.Check(_merged);
        return _merged;
    }

    private void Add(RequirementsSettings settings, string source)
    {
        var remote = settings.RemoteSandboxConfig is { } rules ? HostRule(rules) : null;
        _merged = _merged.Over(remote is null ? settings : settings with { AllowedSandboxModes = remote.AllowedSandboxModes }, source);
    }

    private RemoteSandboxRequirement? HostRule(IReadOnlyList<RemoteSandboxRequirement> rules)
    {
        var host = request.HostName ?? Dns.GetHostName();
        return rules.FirstOrDefault(rule => rule.IsFor(host));
    }

    private RequirementsSettings Read(byte[] source, string directory, Func<string, ConfigException> unusable)
    {
        TomlTable values;
        try
        {
            values = TomlParser.Parse(source);
        }
        catch (TomlException exception)
        {
            throw unusable(exception.Rendered);
        }

        var context = new ReadContext(new PathResolver(directory, request.Host.HomeDirectory), collectUnknown: false, isFromText: true);
        var settings = TableReader.Read(values, context, RequirementsSettings.Read);
        return context.Problem is not { } problem
            ? settings
            : throw unusable(TomlErrorText.Render(problem.Message, SourcePlaces.OfValue(values, problem.Location) ?? default, source));
    }

    private static ConfigException Unusable(string name, string reason) =>
        new(ConfigStage.Load, $"Error parsing requirements file {name}: {reason}");

    private static ConfigException UnusableCloud(string reason) => new(
        ConfigStage.Build,
        "Cloud requirements (workspace-managed policies) are invalid and could not be parsed. Please contact your workspace admin.\n\nDetails:\n" + reason);
}
