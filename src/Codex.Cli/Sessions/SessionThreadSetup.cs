using Codex.AppServer;
using Codex.AppServer.Protocol.Threads;
using Codex.Backend.Models;
using Codex.Backend.Responses;
using Codex.Configuration.Locking;
using Codex.Configuration.Providers;
using Codex.Engine;
using Codex.Engine.Compaction;

namespace Codex.Cli.Sessions;

/// <summary>Plans threads from the settings of the one session of this process.</summary>
/// <param name="settings">The settings.</param>
/// <param name="models">The models.</param>
/// <param name="client">Where requests go.</param>
/// <param name="identity">The front-end.</param>
/// <param name="source">Kind of front-end: <c>exec</c>.</param>
/// <param name="usesChatGpt">Whether the user's login is one of ChatGPT, whose server makes images.</param>
internal sealed class SessionThreadSetup(
    SessionSettings settings, LiveModelCatalog models, IModelClient client, ClientIdentity identity, string source, Func<bool> usesChatGpt) : IThreadSetup
{
    private const string ReviewModel = "codex-auto-review";
    private const string BedrockReviewModel = "openai.gpt-5.4";

    public ThreadPlan Plan(ThreadStartParams parameters) => Plan(parameters, parameters.Ephemeral ?? false);

    public ThreadPlan Plan(ThreadResumeParams parameters) => Plan(parameters, ephemeral: false);

    private ThreadPlan Plan(ThreadSettingsParams parameters, bool ephemeral)
    {
        var plan = Plan(parameters, ephemeral, FindModel(parameters.Model ?? settings.Model));
        return settings.Lock is { } configLock ? plan with { Lock = new ThreadLock(configLock, Describe(plan)) } : plan;
    }

    private ThreadPlan Plan(ThreadSettingsParams parameters, bool ephemeral, ModelInfo model) => new()
    {
        ActiveProfile = settings.ActiveProfile,
        IsTrustUndecided = settings.IsTrustUndecided,
        Notices = settings.Notices,
        Options = new ThreadStartOptions
        {
            ModelClient = client,
            Model = model,
            ResolveModel = FindModel,
            ReviewModel = settings.ReviewModel is { } review ? FindModel(review) : null,
            WorkingDirectory = parameters.Cwd ?? settings.WorkingDirectory,
            ModelProviderId = settings.Provider.Id,
            StreamMaxRetries = settings.Provider.StreamRetries.MaximumRetries,
            WorkspaceRoots = settings.WorkspaceRoots,
            ApprovalPolicy = parameters.ApprovalPolicy ?? settings.Approval,
            AutoReview = new AutoReviewOptions
            {
                Reviewer = parameters.ApprovalsReviewer ?? settings.Reviewer,
                Model = FindReviewModel(),
                Policy = settings.AutoReviewPolicy,
            },
            PermissionProfile = settings.Permissions,
            NamedPermissions = settings.NamedPermissions,
            Ephemeral = ephemeral,
            Originator = identity.Originator,
            Source = source,
            BaseInstructions = settings.BaseInstructions,
            DeveloperInstructions = settings.DeveloperInstructions,
            CompactPrompt = settings.CompactPrompt,
            Compaction = Compaction(),
            NotifyCommand = settings.NotifyCommand,
            CompactsByBody = settings.CompactsByBody,
            IncludePermissionsInstructions = settings.IncludesPermissionsInstructions,
            IncludeCollaborationMode = settings.IncludesCollaborationMode,
            IncludeEnvironmentContext = settings.IncludesEnvironmentContext,
            ProjectInstructions = settings.ProjectInstructions,
            ReasoningEffort = settings.ReasoningEffort,
            ReasoningSummary = settings.ReasoningSummary,
            Verbosity = settings.Verbosity,
            ServiceTier = settings.ServiceTier,
            Personality = settings.Personality,
            BetaFeatures = settings.BetaFeatures,
            SendsItemIds = settings.Provider.IsAzure,
            AcknowledgesResponses = settings.AcknowledgesResponses,
            ShowRawReasoning = settings.ShowsRawReasoning,
            Tools = settings.Tools with { GeneratesImages = settings.Tools.GeneratesImages && usesChatGpt() },
            Skills = settings.Skills,
            StartupWarnings = settings.StartupWarnings,
        },
    };

    private static ConfigLockSession Describe(ThreadPlan plan) => new()
    {
        Model = plan.Options.Model.Slug,
        ReasoningEffort = plan.Options.ReasoningEffort,
        ReasoningSummary = plan.Options.ReasoningSummary,
        ServiceTier = plan.Options.ServiceTier,
        BaseInstructions = plan.Options.BaseInstructions ?? plan.Options.Model.Instructions.Render(plan.Options.Personality),
        DeveloperInstructions = plan.Options.DeveloperInstructions,
        CompactPrompt = plan.Options.CompactPrompt,
        Personality = plan.Options.Personality,
        ApprovalPolicy = plan.Options.ApprovalPolicy,
        ApprovalsReviewer = plan.Options.AutoReview.Reviewer,
    };

    // Only these servers can do it (codex-rs/model-provider-info/src/lib.rs).
    private CompactionPlace Compaction() => settings.Provider is { IsOpenAi: true } or { IsAzure: true }
        ? settings.CompactsByItem ? CompactionPlace.Request : CompactionPlace.Endpoint
        : CompactionPlace.Local;

    private ModelInfo? FindReviewModel()
    {
        var slug = settings.Provider.Id == ModelProviderIds.AmazonBedrock ? BedrockReviewModel : ReviewModel;
        return models.Current.Models.Any(known => known.Slug == slug) ? FindModel(slug) : null;
    }

    private ModelInfo FindModel(string? slug) => settings.ModelOverrides.Apply(models.Current.Resolve(slug ?? models.Current.DefaultSlug ?? ""));
}
