using Codex.Configuration.Agents;
using Codex.Configuration.Features;
using Codex.Configuration.Layers;
using Codex.Configuration.Permissions;
using Codex.Configuration.Providers;
using Codex.Configuration.Requirements;
using Codex.Configuration.Sections;
using Codex.Configuration.Trust;
using Codex.Protocol.Permissions;

namespace Codex.Configuration;

/// <summary>Checks the meaning of settings and fills in defaults, in the order of the original (<c>core/src/config/mod.rs</c>).</summary>
internal sealed class EffectiveConfigBuilder(ConfigLoadRequest request, ConfigSettings settings, ConfigLayerStack stack)
{
    private const long ShortestBackgroundWait = 5_000;
    private const long LongestBackgroundWait = 300_000;

    private readonly string _directory = request.WorkingDirectory ?? request.Host.CurrentDirectory;

    /// <summary>What the user should be told about it.</summary>
    public List<ConfigWarning> Warnings { get; } = [];

    private ConfigHarnessOverrides Harness => request.Harness;

    /// <exception cref="ConfigException">The settings make no sense together.</exception>
    public EffectiveConfig Build()
    {
        RejectRemoved();
        var enforcer = new RequirementsEnforcer(stack.Requirements, Warnings);
        var pins = FeaturePins.Read(stack.Requirements.Features, Warnings);
        var features = FeatureSet.From(settings, pins);
        FeaturePins.Check(pins, features, stack.Requirements.Features?.Source);
        var windowsSandbox = enforcer.WindowsSandbox(settings.Windows?.Sandbox);
        var trust = FindTrust();
        var permissions = new PermissionSelector(settings, stack, request, _directory, trust, Warnings).Select();
        var roles = new AgentRoleLoader(request.Host.HomeDirectory, Warnings).Load(stack.Active);
        var providers = ModelProviderCatalog.Create(settings, request.Host);
        var provider = ModelProviderCatalog.Select(providers, ProviderId());
        var agents = AgentLimits.Create(settings, features) with { Roles = roles };
        var compactPrompt = (Harness.CompactPrompt ?? settings.CompactPrompt)?.Trim();
        var fileInstructions = InstructionFile.Read(settings.ModelInstructionsFile, "model instructions file");
        var filePrompt = InstructionFile.Read(settings.ExperimentalCompactPromptFile, "experimental compact prompt file");
        var approval = enforcer.Approval(ApprovalPolicy(trust), (Harness.ApprovalPolicy ?? settings.ApprovalPolicy) is not null);
        var reviewer = enforcer.Reviewer(
            Harness.ApprovalsReviewer ?? settings.ApprovalsReviewer ?? ApprovalsReviewer.User, (Harness.ApprovalsReviewer ?? settings.ApprovalsReviewer) is not null);
        permissions = enforcer.Permissions(permissions, approval, _directory);
        return new EffectiveConfig
        {
            Settings = settings,
            CodexHome = request.CodexHome,
            WorkingDirectory = _directory,
            Model = Harness.Model ?? (Harness.UseOssProvider ? ModelProviderCatalog.DefaultOssModel(provider.Id) : null) ?? settings.Model,
            ReviewModel = Harness.ReviewModel ?? settings.ReviewModel,
            ModelProvider = Resident(provider),
            ModelProviders = providers,
            ReplayCassette = request.Host.GetNonEmptyVariable("CODEX_REPLAY_CASSETTE") is { } cassette
                ? Path.GetFullPath(cassette, request.Host.CurrentDirectory)
                : settings.Replay?.Cassette,
            Sandbox = settings.Sandbox ?? new(),
            ModelCatalogFile = settings.ModelCatalogJson,
            ModelContextWindow = settings.ModelContextWindow,
            ModelAutoCompactTokenLimit = settings.ModelAutoCompactTokenLimit,
            ModelAutoCompactTokenLimitScope = settings.ModelAutoCompactTokenLimitScope ?? AutoCompactScope.Total,
            ModelReasoningEffort = settings.ModelReasoningEffort,
            PlanModeReasoningEffort = settings.PlanModeReasoningEffort,
            ModelReasoningSummary = settings.ModelReasoningSummary,
            ModelSupportsReasoningSummaries = settings.ModelSupportsReasoningSummaries,
            ModelVerbosity = settings.ModelVerbosity,
            ServiceTier = ServiceTier(features),
            Personality = Harness.Personality ?? settings.Personality ?? (features.IsEnabled(FeatureKeys.Personality) ? "pragmatic" : null),
            ApprovalPolicy = approval,
            ApprovalsReviewer = reviewer,
            AutoReviewPolicy = stack.Requirements.GuardianPolicyConfig?.Value ?? (settings.AutoReview?.Policy?.Trim() is { Length: > 0 } policy ? policy : null),
            Requirements = stack.Requirements,
            WindowsSandbox = windowsSandbox,
            Permissions = permissions,
            NetworkProxy = EffectiveNetworkProxy.Select(
                permissions, features.IsEnabled(FeatureKeys.NetworkProxy), settings.Features?.NetworkProxy, stack.Requirements.Network?.Value),
            TrustLevel = trust,
            ShellEnvironmentPolicy = settings.ShellEnvironmentPolicy ?? new ShellEnvironmentPolicySection(),
            AllowLoginShell = settings.AllowLoginShell ?? true,
            BackgroundTerminalMaxTimeout = TimeSpan.FromMilliseconds(
                Math.Clamp(settings.BackgroundTerminalMaxTimeout ?? LongestBackgroundWait, ShortestBackgroundWait, uint.MaxValue)),
            ToolOutputTokenLimit = settings.ToolOutputTokenLimit,
            Features = features,
            WebSearch = enforcer.WebSearch(settings.WebSearch ?? (features.IsEnabled(FeatureKeys.WebSearchCached) || !features.IsEnabled(FeatureKeys.WebSearchRequest)
                ? WebSearchMode.Cached
                : WebSearchMode.Live)),
            WebSearchTool = settings.Tools?.WebSearch,
            RequestUserInputEnabled = settings.Tools?.ExperimentalRequestUserInput?.Enabled ?? true,
            BaseInstructions = Harness.BaseInstructions ?? fileInstructions ?? settings.Instructions,
            DeveloperInstructions = Harness.DeveloperInstructions ?? settings.DeveloperInstructions,
            CompactPrompt = string.IsNullOrEmpty(compactPrompt) ? filePrompt : compactPrompt,
            IncludePermissionsInstructions = settings.IncludePermissionsInstructions ?? true,
            IncludeAppsInstructions = settings.IncludeAppsInstructions ?? true,
            IncludeCollaborationModeInstructions = settings.IncludeCollaborationModeInstructions ?? true,
            IncludeSkillInstructions = settings.Skills?.IncludeInstructions ?? true,
            IncludeEnvironmentContext = settings.IncludeEnvironmentContext ?? true,
            ProjectDocMaxBytes = settings.ProjectDocMaxBytes ?? 32 * 1024,
            ProjectDocFallbackFilenames = TrimmedNames(settings.ProjectDocFallbackFilenames),
            ProjectRootMarkers = settings.ProjectRootMarkers ?? [".git"],
            HideAgentReasoning = settings.HideAgentReasoning ?? false,
            ShowRawAgentReasoning = settings.ShowRawAgentReasoning ?? Harness.ShowRawAgentReasoning ?? false,
            History = settings.History ?? new HistorySection(),
            Notify = settings.Notify,
            McpServers = enforcer.McpServers(settings.McpServers ?? new Dictionary<string, McpServerSection>()),
            CredentialsStore = settings.CliAuthCredentialsStore ?? CredentialsStore.File,
            ForcedLoginMethod = settings.ForcedLoginMethod,
            ForcedChatGptWorkspaceIds = TrimmedNames(settings.ForcedChatgptWorkspaceId) is { Count: > 0 } workspaces ? workspaces : null,
            ChatGptBaseUrl = settings.ChatgptBaseUrl ?? "https://chatgpt.com/backend-api/",
            LogDirectory = settings.LogDir ?? Path.Join(request.CodexHome, "log"),
            SqliteHome = settings.SqliteHome ?? SqliteHomeVariable() ?? request.CodexHome,
            Agents = agents,
            CheckForUpdateOnStartup = settings.CheckForUpdateOnStartup ?? true,
        };
    }

    private void RejectRemoved()
    {
        if (settings.ExperimentalThreadStoreEndpoint is not null)
            throw new ConfigException(ConfigStage.Build, "`experimental_thread_store_endpoint` is no longer supported; remove it from config.toml");
        if (settings.Profile is { } profile)
        {
            throw new ConfigException(
                ConfigStage.Build,
                $"legacy `profile = \"{profile}\"` config is no longer supported; use `--profile {profile}` with `{profile}.config.toml` instead");
        }
    }

    private TrustLevel? FindTrust()
    {
        if (settings.Projects is not { Count: > 0 } projects)
            return null;
        return TrustKeys.Find(projects, _directory)?.Level
            ?? (RepositoryRoots.FindMainCheckout(_directory) is { } root ? TrustKeys.Find(projects, root)?.Level : null);
    }

    private AskForApproval ApprovalPolicy(TrustLevel? trust) =>
        Harness.ApprovalPolicy ?? settings.ApprovalPolicy ?? (trust == TrustLevel.Untrusted ? AskForApproval.UnlessTrusted : AskForApproval.OnRequest);

    /// <summary>Where data has to stay is told to every provider.</summary>
    private ModelProviderInfo Resident(ModelProviderInfo provider) => stack.Requirements.EnforceResidency is not { } residency
        ? provider
        : provider with { HttpHeaders = new Dictionary<string, string>(provider.HttpHeaders) { ["x-openai-internal-codex-residency"] = residency.Value } };

    private string ProviderId()
    {
        if (Harness.ModelProvider is { } given)
            return given;
        if (!Harness.UseOssProvider)
            return settings.ModelProvider ?? ModelProviderIds.OpenAi;
        return Harness.OssProvider ?? settings.OssProvider ?? throw new ConfigException(
            ConfigStage.Build,
            "No default OSS provider configured. Use --local-provider=provider or set oss_provider to one of: lmstudio, ollama in config.toml");
    }

    private string? ServiceTier(FeatureSet features) => (Harness.ServiceTier ?? settings.ServiceTier) switch
    {
        "fast" or "priority" => features.IsEnabled(FeatureKeys.FastMode) ? "priority" : null,
        var tier => tier,
    };

    private string? SqliteHomeVariable() => request.Host.GetVariable("CODEX_SQLITE_HOME")?.Trim() is { Length: > 0 } path
        ? Path.GetFullPath(path, _directory)
        : null;

    private static List<string> TrimmedNames(IReadOnlyList<string>? names) =>
        [.. (names ?? []).Select(static name => name.Trim()).Where(static name => name.Length > 0)];
}
