using System.Collections.Immutable;
using Codex.Backend.Models;
using Codex.Backend.Responses;
using Codex.Engine.Compaction;
using Codex.Protocol.Permissions;
using Codex.Tools;

namespace Codex.Engine;

/// <summary>How a thread is set up. Everything has a default except the model, its provider and the directory.</summary>
public sealed record ThreadStartOptions
{
    /// <summary>Where requests go.</summary>
    public required IModelClient ModelClient { get; init; }

    /// <summary>The model.</summary>
    public required ModelInfo Model { get; init; }

    /// <summary>Finds the model that a change of settings names.</summary>
    public Func<string, ModelInfo> ResolveModel { get; init; } = static slug => ModelCatalog.Bundled().Resolve(slug);

    /// <summary>The model of reviews; null for the thread's own.</summary>
    public ModelInfo? ReviewModel { get; init; }

    /// <summary>Working directory; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Key of the provider, as recorded in the rollout.</summary>
    public string ModelProviderId { get; init; } = "openai";

    /// <summary>How often a broken stream is tried again.</summary>
    public int StreamMaxRetries { get; init; } = 5;

    /// <summary>Roots of the workspace; the working directory when empty.</summary>
    public ImmutableArray<string> WorkspaceRoots { get; init; } = [];

    /// <summary>When to ask the user.</summary>
    public AskForApproval ApprovalPolicy { get; init; } = AskForApproval.Never;

    /// <summary>Who is asked.</summary>
    public AutoReviewOptions AutoReview { get; init; } = new();

    /// <summary>What commands and patches may touch.</summary>
    public PermissionProfile PermissionProfile { get; init; } = PermissionProfile.ReadOnly;

    /// <summary>
    /// <see cref="PermissionProfile"/> with its workspace roots still named, so that they move with the thread; null when they do not.
    /// </summary>
    public PermissionProfile? NamedPermissions { get; init; }

    /// <summary>Whether nothing is kept on disk.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>The client that starts the thread, for example <c>codex_exec</c>.</summary>
    public string Originator { get; init; } = "codex_sdk_dotnet";

    /// <summary>Kind of client: <c>cli</c>, <c>exec</c>, <c>vscode</c>, <c>mcp</c>.</summary>
    public string Source { get; init; } = "exec";

    /// <summary>A system prompt instead of the model's.</summary>
    public string? BaseInstructions { get; init; }

    /// <summary>Instructions of the developer, given before the user's.</summary>
    public string? DeveloperInstructions { get; init; }

    /// <summary>Asks the model for a summary when the conversation is too long; null for the built-in words.</summary>
    public string? CompactPrompt { get; init; }

    /// <summary>Who makes the conversation shorter when it is too long.</summary>
    public CompactionPlace Compaction { get; init; }

    /// <summary>Whether only what follows the beginning of a context counts as its length, until it is full.</summary>
    public bool CompactsByBody { get; init; }

    /// <summary>A program that is started when a turn is over, with its first arguments; a description of the turn follows them.</summary>
    public ImmutableArray<string> NotifyCommand { get; init; } = [];

    /// <summary>Whether the model is told its permissions.</summary>
    public bool IncludePermissionsInstructions { get; init; } = true;

    /// <summary>Whether the model is told how user and agent work together.</summary>
    public bool IncludeCollaborationMode { get; init; } = true;

    /// <summary>Whether the model is told directory, shell, date and file permissions.</summary>
    public bool IncludeEnvironmentContext { get; init; } = true;

    /// <summary>How AGENTS.md files are found.</summary>
    public ProjectInstructionsOptions ProjectInstructions { get; init; } = new();

    /// <summary>Reasoning effort; null for the model's default.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>Reasoning summary style; null for the model's default.</summary>
    public string? ReasoningSummary { get; init; }

    /// <summary>Verbosity; null for the model's default.</summary>
    public string? Verbosity { get; init; }

    /// <summary>Service tier; null leaves the choice to the server.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>Personality, recorded with each turn; null when the model has none.</summary>
    public string? Personality { get; init; }

    /// <summary>Keys of the experimental features that are on, comma separated; sent as a header.</summary>
    public string? BetaFeatures { get; init; }

    /// <summary>Whether the server, which keeps responses, gets the ids of its items back.</summary>
    public bool SendsItemIds { get; init; }

    /// <summary>Whether the server is told over a kept connection that a response was taken in.</summary>
    public bool AcknowledgesResponses { get; init; }

    /// <summary>Whether raw reasoning is passed on.</summary>
    public bool ShowRawReasoning { get; init; }

    /// <summary>The built-in tools.</summary>
    public BuiltInToolOptions Tools { get; init; } = new();

    /// <summary>Further tools, offered after the built-in ones.</summary>
    public ImmutableArray<ITool> ExtraTools { get; init; } = [];

    /// <summary>The skills.</summary>
    public SkillOptions Skills { get; init; } = new();

    /// <summary>Told to the user at the start.</summary>
    public ImmutableArray<string> StartupWarnings { get; init; } = [];

    // 0.136: core/src/guardian/review.rs, routes_approval_to_guardian.
    internal bool IsReviewed =>
        AutoReview.Reviewer == ApprovalsReviewer.AutoReview && (ApprovalPolicy == AskForApproval.OnRequest || ApprovalPolicy.Granular is not null);

    internal ImmutableArray<string> EffectiveWorkspaceRoots => WorkspaceRoots.IsDefaultOrEmpty ? [WorkingDirectory] : WorkspaceRoots;

    internal string? EffectiveReasoningSummary => (ReasoningSummary ?? Model.DefaultReasoningSummary) is { } summary && summary != "none" ? summary : null;
}
