using Codex.Configuration;
using Codex.Configuration.Features;
using Codex.Configuration.Sections;
using Codex.Engine;

namespace Codex.Cli.Sessions;

/// <summary>What a configuration says about the built-in tools.</summary>
internal static class ToolSettings
{
    public static BuiltInToolOptions Read(EffectiveConfig config) => new()
    {
        Shell = config.Features.IsEnabled(FeatureKeys.ShellTool),
        UnifiedExec = config.Features.IsEnabled(FeatureKeys.UnifiedExec),
        AllowLoginShell = config.AllowLoginShell,
        MaximumBackgroundWait = config.BackgroundTerminalMaxTimeout,
        WebSearch = Word(config.WebSearch),
        WebSearchOptions = WebSearch(config.WebSearchTool),
    };

    private static string Word(WebSearchMode mode) => mode switch
    {
        WebSearchMode.Live => "live",
        WebSearchMode.Cached => "cached",
        _ => "disabled",
    };

    private static WebSearchOptions WebSearch(WebSearchToolSection? section) => new()
    {
        AllowedDomains = [.. section?.AllowedDomains ?? []],
        ContextSize = section?.ContextSize,
        Country = section?.Location?.Country,
        Region = section?.Location?.Region,
        City = section?.Location?.City,
        Timezone = section?.Location?.Timezone,
    };
}
