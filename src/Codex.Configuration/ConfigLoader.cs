using Codex.Configuration.Features;
using Codex.Configuration.Layers;
using Codex.Configuration.Locking;
using Codex.Configuration.Reading;
using Codex.Configuration.Requirements;
using Codex.Configuration.Sections;

namespace Codex.Configuration;

/// <summary>Makes a configuration from files and options. Reads a handful of small local files and changes nothing.</summary>
public static class ConfigLoader
{
    /// <summary>Loads the layers, merges them, checks types, then meaning.</summary>
    /// <exception cref="ConfigException">The first thing that is wrong, in the order and words of the original.</exception>
    public static Task<LoadedConfig> LoadAsync(ConfigLoadRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Load(request));
    }

    /// <inheritdoc cref="LoadAsync"/>
    public static LoadedConfig Load(ConfigLoadRequest request) => Load(request, static _ => null);

    /// <summary>The same for commands whose options depend on what the files say.</summary>
    /// <param name="request">What to load.</param>
    /// <param name="decide">Options in place of the request's once the layers are known; null keeps those.</param>
    /// <exception cref="ConfigException">The first thing that is wrong, in the order and words of the original.</exception>
    public static LoadedConfig Load(ConfigLoadRequest request, Func<ConfigLayerStack, ConfigHarnessOverrides?> decide)
    {
        ArgumentNullException.ThrowIfNull(decide);
        var loader = new ConfigLayerLoader(request);
        var stack = loader.Load();
        request = decide(stack) is { } harness ? request with { Harness = harness } : request;
        var settings = ReadSettings(request, stack);
        return settings.Debug?.ConfigLockfile is { LoadPath: { } lockFile } controls
            ? Replay(request, stack, ConfigLockDocument.Read(lockFile), lockFile, controls)
            : Build(request, stack, settings, [.. loader.Warnings], settings.Debug?.ConfigLockfile, expected: null);
    }

    /// <summary>Loads the layers only: for commands that edit or show configuration.</summary>
    /// <exception cref="ConfigException">A file or an option cannot be used.</exception>
    public static ConfigLayerStack LoadLayers(ConfigLoadRequest request) => new ConfigLayerLoader(request).Load();

    /// <summary>Checks what a workspace demands, before it is kept.</summary>
    /// <exception cref="ConfigException">It is no text of requirements.</exception>
    public static void CheckCloudRequirements(ConfigLoadRequest request) => new RequirementsLoader(request).ReadCloud();

    /// <summary>A lock file takes the place of all layers; what administrators require stays.</summary>
    private static LoadedConfig Replay(
        ConfigLoadRequest request, ConfigLayerStack stack, ConfigLockDocument document, string file, ConfigLockfileSection controls)
    {
        var layer = new ConfigLayer { Kind = ConfigLayerKind.User, File = file, Values = document.Config };
        var locked = new ConfigLayerStack([layer], stack.Requirements);
        return Build(request, locked, SettingsReader.Read(document.Config, PathResolver.Rootless), [], controls, document);
    }

    private static LoadedConfig Build(
        ConfigLoadRequest request,
        ConfigLayerStack stack,
        ConfigSettings settings,
        ConfigWarning[] warnings,
        ConfigLockfileSection? controls,
        ConfigLockDocument? expected)
    {
        var builder = new EffectiveConfigBuilder(request, settings, stack);
        var effective = builder.Build();
        return new LoadedConfig(effective, stack, [.. warnings, .. HookWarning(request), .. builder.Warnings])
        {
            UnstableFeaturesWarning = UnstableFeatures(request, settings),
            Lock = ConfigLock.Create(effective, stack, controls, expected),
        };
    }

    private static ConfigSettings ReadSettings(ConfigLoadRequest request, ConfigLayerStack stack)
    {
        try
        {
            return SettingsReader.Read(stack.Merge(), new PathResolver(request.CodexHome, request.Host.HomeDirectory));
        }
        catch (ConfigException exception) when (SettingsReader.FirstProblem(stack.Active, request.Host.HomeDirectory) is { } inFile)
        {
            throw new ConfigException(exception.Stage, exception.Message) { InFile = inFile, Cause = exception.Message };
        }
    }

    private static ConfigWarning[] HookWarning(ConfigLoadRequest request) => request.Harness.BypassHookTrust
        ? [new ConfigWarning("`--dangerously-bypass-hook-trust` is enabled. Enabled hooks may run without review for this invocation.")]
        : [];

    private static string? UnstableFeatures(ConfigLoadRequest request, ConfigSettings settings)
    {
        var unfinished = FeatureSet.UnderDevelopment(settings);
        return unfinished.Count == 0 || settings.SuppressUnstableFeaturesWarning == true
            ? null
            : $"Under-development features enabled: {string.Join(", ", unfinished)}. Under-development features are incomplete and may behave "
                + "unpredictably. To suppress this warning, set `suppress_unstable_features_warning = true` in "
                + $"{Path.Join(request.CodexHome, "config.toml")}.";
    }
}
