using System.Collections.Immutable;
using Codex.AppServer.Protocol.Notices;
using Codex.Backend.Models;
using Codex.Cli.Accounts;
using Codex.Cli.Hosting;
using Codex.Configuration;
using Codex.Configuration.Features;
using Codex.Configuration.Providers;
using Codex.Configuration.Sections;
using Codex.Engine;
using Codex.ExecServer.Environments;
using Codex.Platform.Environment;
using Codex.Protocol.Permissions;

namespace Codex.Cli.Sessions;

/// <summary>Makes the settings of a session from the configuration and the command line.</summary>
internal static class SessionReader
{
    // Recorded for every model, also for those whose prompt knows no personalities.
    private const string DefaultPersonality = "pragmatic";

    private static readonly ImmutableArray<string> s_menu =
    [
        FeatureKeys.TerminalResizeReflow, FeatureKeys.Memories, FeatureKeys.NetworkProxy, FeatureKeys.ExternalMigration, FeatureKeys.PreventIdleSleep,
    ];

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="ConfigException">It cannot be used.</exception>
    /// <exception cref="CommandFailure">A file that it names cannot be used.</exception>
    public static SessionSettings Read(SessionRequest request, ProgramContext program)
    {
        var loaded = ConfigLoader.Load(request.ToLoadRequest(program));
        var described = Describe(loaded, request, new KnownSecrets(program.Host, loaded.Effective));
        return described with
        {
            Tools = described.Tools with { PatchedShell = ShellSettings.Read(loaded.Effective, program, out var problem) },
            StartProblem = problem,
            Skills = SkillSettings.Read(loaded, program.Host),
            Environments = Environments(program.Host, loaded.Effective.CodexHome),
            ProviderCommand = Providers.Command(loaded.Effective.ModelProvider, program.Host),
        };
    }

    private static EnvironmentSettings Environments(HostEnvironment host, string codexHome)
    {
        try
        {
            return EnvironmentSettings.Read(host, codexHome);
        }
        catch (EnvironmentSettingsException exception)
        {
            throw new CommandFailure($"Error: {exception.Message}");
        }
    }

    private static SessionSettings Describe(LoadedConfig loaded, SessionRequest request, KnownSecrets secrets)
    {
        var config = loaded.Effective;
        return new SessionSettings
        {
            CodexHome = config.CodexHome,
            WorkingDirectory = config.WorkingDirectory,
            WorkspaceRoots = [.. config.Permissions.VisibleRoots],
            Provider = Providers.Endpoint(config.ModelProvider),
            CompressesRequests = config.Features.IsEnabled(FeatureKeys.EnableRequestCompression),
            Account = AccountSettings.Read(config),
            AcknowledgesResponses = config.Features.IsEnabled(FeatureKeys.ResponsesWebsocketResponseProcessed),
            ReplayCassette = config.ReplayCassette,
            Catalog = Catalog(config.ModelCatalogFile),
            Model = config.Model ?? (request.Harness.UseOssProvider ? ModelProviderCatalog.DefaultOssModel(config.ModelProvider.Id) : null),
            ReviewModel = config.ReviewModel,
            ModelOverrides = Overrides(config),
            NamedPermissions = config.Permissions.Profile,
            Permissions = config.Permissions.Profile.WithWorkspaceRoots(config.Permissions.WorkspaceRoots),
            ActiveProfile = config.Permissions.Active,
            Approval = config.ApprovalPolicy,
            Reviewer = config.ApprovalsReviewer,
            Lock = loaded.Lock,
            AutoReviewPolicy = config.AutoReviewPolicy,
            IsTrustUndecided = config.TrustLevel is null,
            ReasoningEffort = config.ModelReasoningEffort,
            ReasoningSummary = config.ModelReasoningSummary,
            Verbosity = config.ModelVerbosity,
            ServiceTier = config.ServiceTier,
            Personality = config.Personality ?? (config.Features.IsEnabled(FeatureKeys.Personality) ? DefaultPersonality : null),
            BaseInstructions = config.BaseInstructions,
            DeveloperInstructions = config.DeveloperInstructions,
            CompactPrompt = config.CompactPrompt,
            NotifyCommand = [.. config.Notify ?? []],
            CompactsByItem = config.Features.IsEnabled(FeatureKeys.RemoteCompactionV2),
            CompactsByBody = config.ModelAutoCompactTokenLimitScope == AutoCompactScope.BodyAfterPrefix,
            BetaFeatures = BetaFeatures(config.Features),
            HidesReasoning = config.HideAgentReasoning,
            ShowsRawReasoning = config.ShowRawAgentReasoning,
            IncludesPermissionsInstructions = config.IncludePermissionsInstructions,
            IncludesCollaborationMode = config.IncludeCollaborationModeInstructions,
            IncludesEnvironmentContext = config.IncludeEnvironmentContext,
            Secrets = secrets,
            Tools = ToolSettings.Read(config) with
            {
                Rules = RuleSettings.Read(loaded, request.IgnoresRules),
                OutputSecrets = config.Sandbox.RedactOutput == OutputRedaction.Off ? null : secrets.Outputs,
            },
            ProjectInstructions = Instructions(config),
            Warnings = [.. loaded.Warnings.Select(static warning => new ConfigWarningNotification(warning.Summary, warning.Details))],
            Notices = [.. config.Features.Notices.Select(static notice => new DeprecationNoticeNotification(notice.Summary, notice.Details))],
            StartupWarnings = loaded.UnstableFeaturesWarning is { } unstable ? [unstable] : [],
        };
    }

    private static ModelCatalog? Catalog(string? file)
    {
        try
        {
            return file is null ? null : ModelCatalog.Load(file);
        }
        catch (ModelCatalogException exception)
        {
            throw new CommandFailure($"Error: {exception.Message}");
        }
    }

    private static ModelOverrides Overrides(EffectiveConfig config) => new()
    {
        ContextWindow = config.ModelContextWindow,
        AutoCompactTokenLimit = config.ModelAutoCompactTokenLimit,
        ToolOutputTokenLimit = config.ToolOutputTokenLimit,
        SupportsReasoningSummaries = config.ModelSupportsReasoningSummaries,
        Instructions = config.BaseInstructions,
        PersonalityEnabled = config.Features.IsEnabled(FeatureKeys.Personality),
    };

    private static ProjectInstructionsOptions Instructions(EffectiveConfig config) => new()
    {
        MaximumBytes = config.ProjectDocMaxBytes,
        FallbackFileNames = [.. config.ProjectDocFallbackFilenames],
        RootMarkers = [.. config.ProjectRootMarkers],
    };

    // Servers are told which experiments of the menu are on, in the order of the original's menu.
    private static string? BetaFeatures(FeatureSet features)
    {
        ImmutableArray<string> keys =
        [
            .. FeatureCatalog.All
                .Where(feature => feature.Stage == FeatureStage.Experimental && features.IsEnabled(feature.Key))
                .Select(static feature => feature.Key)
                .OrderBy(static key => s_menu.IndexOf(key)),
            .. features.IsEnabled(FeatureKeys.RemoteCompactionV2) ? [FeatureKeys.RemoteCompactionV2] : Array.Empty<string>(),
        ];
        return keys.IsEmpty ? null : string.Join(',', keys);
    }
}
