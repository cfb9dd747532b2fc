using System.Text.Json;
using Codex.Configuration.Environment;
using Codex.Configuration.Features;
using Codex.Configuration.Layers;
using Codex.Configuration.Reading;
using Codex.Configuration.Requirements;
using Codex.Configuration.Sections;
using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>
/// Writes values that other programs send into the user's file, or the selected profile's, when the result can be used
/// (<c>app-server/src/config_manager_service.rs</c>).
/// </summary>
/// <param name="request">What configuration is made from; project layers do not count.</param>
public sealed class ConfigWriter(ConfigLoadRequest request)
{
    private readonly ConfigLoadRequest _request = request with { WorkingDirectory = null };

    /// <summary>Makes all changes or none.</summary>
    /// <param name="writes">The changes, in order.</param>
    /// <param name="file">The file that the caller means; null for the user's.</param>
    /// <param name="expectedVersion">The version that the caller has read; null when it does not matter.</param>
    /// <exception cref="ConfigWriteException">The changes are refused.</exception>
    /// <exception cref="ConfigException">The configuration cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public ConfigWriteResult Write(IReadOnlyList<ConfigWrite> writes, string? file, string? expectedVersion)
    {
        var target = ConfigLoader.LoadLayers(_request).UserFile!;
        file = Path.GetFullPath(file ?? target);
        if (CanonicalPath.Resolve(file) != CanonicalPath.Resolve(target))
            throw new ConfigWriteException(ConfigWriteErrorCode.ConfigLayerReadonly, "Only writes to the user config are allowed");
        ConfigWriteResult? result = null;
        ConfigFileEditor.Edit(target, document => result = Apply(document, writes, file, expectedVersion));
        return result!;
    }

    /// <summary>Runs while no other writer has its turn: what is read here is what is changed.</summary>
    private ConfigWriteResult Apply(TomlDocument document, IReadOnlyList<ConfigWrite> writes, string file, string? expectedVersion)
    {
        var stack = ConfigLoader.LoadLayers(_request);
        if (expectedVersion is not null && expectedVersion != stack.UserLayer!.Version)
        {
            throw new ConfigWriteException(
                ConfigWriteErrorCode.ConfigVersionConflict, "Configuration was modified since last read. Fetch latest version and retry.");
        }

        var values = (TomlTable)stack.UserLayer!.Values.Copy();
        var changed = writes.Select(write => Change(document, values, write)).ToArray();
        Check(values, stack.Requirements);
        var updated = stack.WithUserValues(values);
        var effective = updated.Merge();
        ReadSettings(effective);
        var overridden = changed.Select(path => ConfigOverridden.Find(updated, effective, path)).FirstOrDefault(static found => found is not null);
        return new ConfigWriteResult(file, updated.UserLayer!.Version, overridden);
    }

    /// <summary>Makes one change in the values, and in the document when it is one.</summary>
    private static IReadOnlyList<string> Change(TomlDocument document, TomlTable values, ConfigWrite write)
    {
        var path = ValuePath.Parse(write.KeyPath);
        if (write.Value.ValueKind != JsonValueKind.Null)
            RejectProfiles(path);
        var before = ValuePath.Find(values, path)?.Copy();
        ValueMerge.Apply(values, path, JsonValues.Read(write.Value), write.Strategy);
        DocumentDifference.Apply(document, path, before, ValuePath.Find(values, path));
        return path;
    }

    private static void RejectProfiles(IReadOnlyList<string> path)
    {
        const string replacement = "can no longer be written; use `--profile <name>` with `<name>.config.toml` instead";
        if (path is ["profile"])
            throw ConfigWriteException.Invalid($"`profile` is a legacy config selector and {replacement}");
        if (path is ["profiles", ..])
            throw ConfigWriteException.Invalid($"`profiles` contains legacy config profile tables and {replacement}");
    }

    private void Check(TomlTable values, ConfigRequirements requirements)
    {
        var settings = ReadSettings(values);
        try
        {
            var pins = FeaturePins.Read(requirements.Features, []);
            FeaturePins.Check(pins, FeatureSet.From(settings, pins), requirements.Features?.Source);
        }
        catch (ConfigException exception)
        {
            throw ConfigWriteException.Invalid($"Invalid configuration: {exception.Message}");
        }
    }

    private ConfigSettings ReadSettings(TomlTable values)
    {
        try
        {
            return SettingsReader.Read(values, new PathResolver(_request.CodexHome, _request.Host.HomeDirectory));
        }
        catch (ConfigException exception)
        {
            throw ConfigWriteException.Invalid($"Invalid configuration: {exception.Message}");
        }
    }
}
