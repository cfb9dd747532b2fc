using System.Collections.Immutable;
using Codex.Configuration;
using Codex.Configuration.Features;
using Codex.Configuration.Providers;
using Codex.Configuration.Sections;
using Codex.Engine;
using Codex.Execution.Environments;
using Codex.Execution.Network.Inspection;
using Codex.Protocol.Permissions;

namespace Codex.Cli.Sessions;

/// <summary>What a configuration says about the built-in tools.</summary>
internal static class ToolSettings
{
    // What the dynamic linker reads would run code of a stranger in the sandbox's own starter.
    private static readonly string[] s_linkerVariables = ["LD_*", "DYLD_*"];
    private static readonly string[] s_ownKeys = ["OPENAI_API_KEY", "CODEX_API_KEY", "CODEX_ACCESS_TOKEN"];
    private static readonly string[] s_credentialFiles = ["auth.json", ".credentials.json"];

    public static BuiltInToolOptions Read(EffectiveConfig config) => new()
    {
        Shell = config.Features.IsEnabled(FeatureKeys.ShellTool),
        UnifiedExec = config.Features.IsEnabled(FeatureKeys.UnifiedExec) && !config.Features.IsEnabled(FeatureKeys.ShellZshFork),
        AsksUser = config.RequestUserInputEnabled,
        AsksInDefaultMode = config.Features.IsEnabled(FeatureKeys.DefaultModeRequestUserInput),
        AllowLoginShell = config.AllowLoginShell,
        OffersAdditionalPermissions = config.Features.IsEnabled(FeatureKeys.ExecPermissionApprovals),
        RequestsPermissions = config.Features.IsEnabled(FeatureKeys.RequestPermissionsTool),
        ShellSnapshot = config.Features.IsEnabled(FeatureKeys.ShellSnapshot),
        ShellEnvironment = ShellEnvironment(config.ShellEnvironmentPolicy) with { Concealed = ConcealedVariables(config) },
        Network = NetworkSettings.Read(config),
        Sandbox = new()
        {
            AllowsLocalSockets = config.Sandbox.LocalSockets,
            StateDirectory = config.CodexHome,
            PrefersLandlock = config.Features.IsEnabled(FeatureKeys.UseLegacyLandlock),
            ConcealedFiles = config.Sandbox.ConcealCredentials
                ? [.. s_credentialFiles.Select(name => Path.Join(config.CodexHome, name)), AuthorityPaths.KeyIn(config.CodexHome)]
                : [],
        },
        MaximumBackgroundWait = config.BackgroundTerminalMaxTimeout,
        GeneratesImages = config.Features.IsEnabled(FeatureKeys.ImageGeneration) && config.ModelProvider.Id != ModelProviderIds.AmazonBedrock,
        WebSearch = Word(Effective(config)),
        WebSearchOptions = WebSearch(config.WebSearchTool),
    };

    // Who may do anything may also look at anything: the index is passed over. Bedrock has no search.
    private static WebSearchMode Effective(EffectiveConfig config) => config.ModelProvider.Id == ModelProviderIds.AmazonBedrock
        ? WebSearchMode.Disabled
        : config is { Permissions.Profile: PermissionProfile.Disabled, WebSearch: not WebSearchMode.Disabled } ? WebSearchMode.Live : config.WebSearch;

    // Without a sandbox nothing would be kept from a command anyway.
    private static ImmutableArray<string> ConcealedVariables(EffectiveConfig config) =>
        config is { Sandbox.ConcealCredentials: true, Permissions.Profile: PermissionProfile.Managed }
            ? [.. s_linkerVariables, .. s_ownKeys, .. config.ModelProvider.EnvKey is { } key ? [key] : Array.Empty<string>()]
            : [];

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
        AllowedDomains = section?.AllowedDomains is { } domains ? [.. domains] : null,
        HasLocation = section?.Location is not null,
        ContextSize = section?.ContextSize,
        Country = section?.Location?.Country,
        Region = section?.Location?.Region,
        City = section?.Location?.City,
        Timezone = section?.Location?.Timezone,
    };
}
