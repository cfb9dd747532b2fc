using System.Collections.Immutable;
using Codex.Configuration;
using Codex.Configuration.Features;
using Codex.Configuration.Sections;
using Codex.Engine;
using Codex.Execution.Environments;
using Codex.Protocol.Permissions;

namespace Codex.Cli.Sessions;

/// <summary>What a configuration says about the built-in tools.</summary>
internal static class ToolSettings
{
    public static BuiltInToolOptions Read(EffectiveConfig config) => new()
    {
        Shell = config.Features.IsEnabled(FeatureKeys.ShellTool),
        UnifiedExec = config.Features.IsEnabled(FeatureKeys.UnifiedExec),
        AllowLoginShell = config.AllowLoginShell,
        ShellEnvironment = ShellEnvironment(config.ShellEnvironmentPolicy),
        MaximumBackgroundWait = config.BackgroundTerminalMaxTimeout,
        WebSearch = Word(Effective(config)),
        WebSearchOptions = WebSearch(config.WebSearchTool),
    };

    // Who may do anything may also look at anything: the index is passed over.
    private static WebSearchMode Effective(EffectiveConfig config) =>
        config is { Permissions.Profile: PermissionProfile.Disabled, WebSearch: not WebSearchMode.Disabled } ? WebSearchMode.Live : config.WebSearch;

    private static ShellEnvironmentPolicy ShellEnvironment(ShellEnvironmentPolicySection section) => new()
    {
        Inherit = section.Inherit switch
        {
            EnvironmentInherit.Core => EnvironmentInheritance.Core,
            EnvironmentInherit.None => EnvironmentInheritance.None,
            _ => EnvironmentInheritance.All,
        },
        IgnoreDefaultExcludes = section.IgnoreDefaultExcludes,
        Exclude = [.. section.Exclude],
        Set = section.Set?.ToImmutableDictionary() ?? ImmutableDictionary<string, string>.Empty,
        IncludeOnly = [.. section.IncludeOnly],
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
