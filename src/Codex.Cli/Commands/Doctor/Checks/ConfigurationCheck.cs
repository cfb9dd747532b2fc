using Codex.Cli.Commands.Doctor.Report;
using Codex.Configuration;
using Codex.Configuration.Features;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Whether the configuration can be used, and what it says.</summary>
internal static class ConfigurationCheck
{
    private const string Id = "config.load";
    private const string Category = "config";

    private static readonly (string Label, string Word)[] s_topics =
    [
        ("startup warning skills", "skill"), ("startup warning hooks", "hook"), ("startup warning plugins", "plugin"),
        ("startup warning MCP", "mcp"), ("startup warning deprecated", "deprecated"),
    ];

    /// <summary>The check of a configuration that can be used.</summary>
    public static DoctorCheck Run(ConfiguredContext context)
    {
        var config = context.Config;
        var details = new DetailList();
        details.Add("CODEX_HOME", config.CodexHome);
        details.Add("cwd", config.WorkingDirectory);
        details.Add("model", config.Model ?? "<default>");
        details.Add("model provider", config.ModelProvider.Id);
        details.Add("log dir", config.LogDirectory);
        details.Add("sqlite home", config.SqliteHome);
        details.Add("mcp servers", config.McpServers.Count);
        AddFeatures(details, config.Features);
        AddFile(details, Path.Combine(config.CodexHome, "config.toml"));
        AddWarnings(details, context.Loaded.Warnings);
        return new DoctorCheck
        {
            Id = Id,
            Category = Category,
            Status = context.Loaded.Warnings.Count == 0 ? DoctorStatus.Ok : DoctorStatus.Warning,
            Summary = "config loaded",
            Details = details.Details,
        };
    }

    /// <summary>The check of a configuration that cannot be used.</summary>
    public static DoctorCheck Failed(DoctorContext context, string problem)
    {
        var details = new DetailList();
        details.Remark("failed to load Codex config");
        details.AddIfAny("config.toml", context.CodexHome is { } home ? Path.Combine(home, "config.toml") : null);
        details.Add("cause", string.Join(' ', problem.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        return new DoctorCheck
        {
            Id = Id,
            Category = Category,
            Status = DoctorStatus.Fail,
            Summary = "config could not be loaded",
            Details = details.Details,
            Remediation = "Correct what the cause names, then run codex doctor again.",
        };
    }

    private static void AddFeatures(DetailList details, FeatureSet features)
    {
        string[] enabled = [.. FeatureCatalog.All.Where(feature => features.IsEnabled(feature.Key)).Select(static feature => feature.Key)];
        var overrides = FeatureCatalog.All.Where(feature => features.IsEnabled(feature.Key) != feature.IsOnByDefault)
            .Select(feature => $"{feature.Key}={(features.IsEnabled(feature.Key) ? "true" : "false")}");
        details.Add("feature flags enabled", enabled.Length);
        details.Add("enabled feature flags", List(enabled));
        details.Add("feature flag overrides", List(overrides));
        foreach (var notice in features.Notices)
            details.Add("legacy feature flag", $"features.{notice.Alias} -> {notice.Feature}");
    }

    private static void AddFile(DetailList details, string path)
    {
        details.Add("config.toml", path);
        if (!File.Exists(path))
            details.Add("config.toml", "missing");
        else if (PathFacts.WhyUnreadable(path) is { } problem)
            details.Add("config.toml read", problem);
        else
            details.Add("config.toml parse", "ok");
    }

    private static void AddWarnings(DetailList details, IReadOnlyList<ConfigWarning> warnings)
    {
        if (warnings.Count == 0)
            return;
        details.Add("startup warnings", warnings.Count);
        foreach (var (label, word) in s_topics)
            details.Add(label, warnings.Count(warning => warning.Summary.Contains(word, StringComparison.OrdinalIgnoreCase)));
        details.AddAll("startup warning", warnings.Select(static warning => warning.Summary));
    }

    private static string List(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } list ? list : "none";
}
