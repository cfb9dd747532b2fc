using Codex.Configuration.Sections;

namespace Codex.Configuration.Features;

/// <summary>The values of all feature flags. Immutable.</summary>
public sealed class FeatureSet
{
    private static readonly HashSet<string> s_frozen =
    [
        FeatureKeys.TuiAppServer, FeatureKeys.Undo, FeatureKeys.JsRepl, FeatureKeys.JsReplToolsOnly, FeatureKeys.RemoteControl,
        FeatureKeys.ApplyPatchFreeform, FeatureKeys.ToolSearch, FeatureKeys.ImageDetailOriginal, FeatureKeys.PluginHooks,
        FeatureKeys.SkillEnvVarDependencyPrompt,
    ];

    private static readonly HashSet<string> s_announced =
        [FeatureKeys.WebSearchRequest, FeatureKeys.WebSearchCached, FeatureKeys.UseLegacyLandlock];

    private readonly HashSet<string> _enabled;

    private FeatureSet(HashSet<string> enabled, IReadOnlyList<FeatureNotice> notices)
    {
        _enabled = enabled;
        Notices = notices;
    }

    /// <summary>The defaults.</summary>
    public static FeatureSet Default { get; } = From(new ConfigSettings());

    /// <summary>Outdated keys that were used.</summary>
    public IReadOnlyList<FeatureNotice> Notices { get; }

    /// <summary>Whether a feature is on; <see cref="FeatureKeys"/> has the keys.</summary>
    public bool IsEnabled(string key) => _enabled.Contains(key);

    /// <summary>The flags under development that a configuration switches on, in ordinal order.</summary>
    public static IReadOnlyList<string> UnderDevelopment(ConfigSettings settings) =>
        [.. (settings.Features?.Switches ?? new Dictionary<string, bool>())
            .Where(static pair => pair.Value && FeatureCatalog.FindCurrent(pair.Key) is { Stage: FeatureStage.UnderDevelopment })
            .Select(static pair => pair.Key)];

    /// <summary>The flags that a configuration makes, without requirements.</summary>
    public static FeatureSet From(ConfigSettings settings) => From(settings, new Dictionary<string, bool>());

    /// <summary>The flags that a configuration makes.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="pins">Flags whose value is fixed, by current key.</param>
    internal static FeatureSet From(ConfigSettings settings, IReadOnlyDictionary<string, bool> pins)
    {
        var enabled = FeatureCatalog.All.Where(static feature => feature.IsOnByDefault).Select(static feature => feature.Key).ToHashSet(StringComparer.Ordinal);
        var notices = new List<FeatureNotice>();
        if (settings.ExperimentalUseUnifiedExecTool is { } unifiedExec)
        {
            Switch(enabled, FeatureKeys.UnifiedExec, unifiedExec);
            notices.Add(FeatureNotice.For("experimental_use_unified_exec_tool", FeatureKeys.UnifiedExec));
        }

        foreach (var (key, value) in settings.Features?.Switches ?? new Dictionary<string, bool>())
            Apply(enabled, notices, key, value);
        foreach (var (key, value) in pins)
            Switch(enabled, key, value);
        AddDependencies(enabled);
        return new FeatureSet(enabled, notices);
    }

    private static void Apply(HashSet<string> enabled, List<FeatureNotice> notices, string key, bool value)
    {
        if (s_frozen.Contains(key) || FeatureCatalog.Find(key) is not { } feature)
            return;
        if (key != feature.Key || s_announced.Contains(key))
            notices.Add(FeatureNotice.For(key, feature.Key));
        Switch(enabled, feature.Key, value);
    }

    private static void Switch(HashSet<string> enabled, string key, bool value)
    {
        if (value)
            enabled.Add(key);
        else
            enabled.Remove(key);
    }

    private static void AddDependencies(HashSet<string> enabled)
    {
        if (enabled.Contains(FeatureKeys.EnableFanout))
            enabled.Add(FeatureKeys.MultiAgent);
        if (enabled.Contains(FeatureKeys.CodeModeOnly))
            enabled.Add(FeatureKeys.CodeMode);
    }
}
