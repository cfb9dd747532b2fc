using Codex.Configuration.Environment;
using Codex.Configuration.Reading;
using Codex.Configuration.Trust;
using Codex.Formats.Toml;

namespace Codex.Configuration.Layers;

/// <summary>Reads the <c>.codex</c> folders of a project.</summary>
internal sealed class ProjectLayerLoader(ProjectTrust trust, ConfigLoadRequest request, List<ConfigWarning> warnings)
{
    /// <summary>Keys that a project must not set for its user, in the order in which they are named to the user.</summary>
    private static readonly string[] s_ignoredKeys =
    [
        "openai_base_url", "chatgpt_base_url", "apps_mcp_product_sku", "model_provider", "model_providers", "notify", "profile", "profiles",
        "experimental_realtime_ws_base_url", "otel",
    ];

    /// <summary>The layer of a directory, or null when it has no folder of its own.</summary>
    public ConfigLayer? Load(string directory)
    {
        var folder = Path.Join(directory, ".codex");
        if (!Directory.Exists(folder) || IsHome(folder))
            return null;
        var file = Path.Join(folder, "config.toml");
        var disabledReason = trust.DisabledReason(directory);
        var hooksFolder = trust.HooksFolder(directory);
        var source = ConfigFile.Read(file, "project config file");
        var values = source is null ? new TomlTable() : Parse(file, source, disabledReason);
        if (values is null)
            return Layer(new TomlTable(), source: default);
        if (source is not null)
            Prepare(file, folder, source, values, disabledReason);
        if (hooksFolder is not null)
            ReplaceHooks(values, hooksFolder, disabledReason);
        return Layer(values, source);

        ConfigLayer Layer(TomlTable table, ReadOnlyMemory<byte> source) => new()
        {
            Kind = ConfigLayerKind.Project,
            File = file,
            Values = table,
            DisabledReason = disabledReason,
            HooksFolderOverride = hooksFolder,
            Source = source,
        };
    }

    private bool IsHome(string folder) => folder == request.CodexHome || CanonicalPath.Resolve(folder) == CanonicalPath.Resolve(request.CodexHome);

    private void Prepare(string file, string folder, byte[] source, TomlTable values, string? disabledReason)
    {
        var paths = new PathResolver(folder, request.Host.HomeDirectory);
        if (disabledReason is null && request.Strict)
            SettingsReader.CheckStrictly(file, source, values, paths);
        var ignored = s_ignoredKeys.Where(values.Remove).ToArray();
        SettingsReader.ResolvePaths(values, paths);
        if (disabledReason is null && ignored.Length > 0)
        {
            warnings.Add(new ConfigWarning(
                $"Ignored unsupported project-local config keys in {file}: {string.Join(", ", ignored)}. "
                + "If you want these settings to apply, manually set them in your user-level config.toml."));
        }
    }

    /// <summary>A file that is not TOML is an error in a trusted project only; else null.</summary>
    private static TomlTable? Parse(string file, byte[] source, string? disabledReason, string what = "project config file")
    {
        try
        {
            return TomlParser.Parse(source);
        }
        catch (TomlException exception)
        {
            return disabledReason is null
                ? throw new ConfigException(ConfigStage.Load, $"Error parsing {what} {file}: {exception.Rendered}")
                : null;
        }
    }

    /// <summary>Hooks of a linked work tree are those of the main checkout.</summary>
    private void ReplaceHooks(TomlTable values, string hooksFolder, string? disabledReason)
    {
        const string what = "project hooks config file";
        var file = Path.Join(hooksFolder, "config.toml");
        values.Remove("hooks");
        if (ConfigFile.Read(file, what) is not { } source || Parse(file, source, disabledReason, what) is not { } main)
            return;
        SettingsReader.ResolvePaths(main, new PathResolver(hooksFolder, request.Host.HomeDirectory));
        if (main.TryGetValue("hooks", out var hooks))
            values["hooks"] = hooks;
    }
}
