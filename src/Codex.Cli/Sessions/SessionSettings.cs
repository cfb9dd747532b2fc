using System.Collections.Immutable;
using Codex.AppServer.Protocol.Notices;
using Codex.Backend.Auth.Commands;
using Codex.Backend.Models;
using Codex.Backend.Providers;
using Codex.Cli.Accounts;
using Codex.Configuration.Locking;
using Codex.Engine;
using Codex.ExecServer.Environments;
using Codex.Protocol.Permissions;

namespace Codex.Cli.Sessions;

/// <summary>What a configuration and a command line together say about a session.</summary>
internal sealed record SessionSettings
{
    /// <summary>The directory with configuration and sessions.</summary>
    public required string CodexHome { get; init; }

    /// <summary>Working directory of the agent; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Working directory and the directories added to it.</summary>
    public required ImmutableArray<string> WorkspaceRoots { get; init; }

    /// <summary>The machines that commands run on.</summary>
    public EnvironmentSettings Environments { get; init; } = EnvironmentSettings.Local;

    /// <summary>The model provider.</summary>
    public required ProviderEndpoint Provider { get; init; }

    /// <summary>What no message may say.</summary>
    public required KnownSecrets Secrets { get; init; }

    /// <summary>Whether request bodies are compressed where the provider is known to accept that.</summary>
    public bool CompressesRequests { get; init; }

    /// <summary>The program that prints the provider's token; null when there is none.</summary>
    public CredentialCommand? ProviderCommand { get; init; }

    /// <summary>The user's login.</summary>
    public required AccountSettings Account { get; init; }

    /// <summary>Whether servers are told over a kept connection that their responses were taken in.</summary>
    public bool AcknowledgesResponses { get; init; }

    /// <summary>The recording that the replay provider plays; null for the embedded one.</summary>
    public string? ReplayCassette { get; init; }

    /// <summary>Why no thread can start; null when one can.</summary>
    public string? StartProblem { get; init; }

    /// <summary>The models, when they are configured; null for the provider's.</summary>
    public ModelCatalog? Catalog { get; init; }

    /// <summary>The model; null for the catalog's default.</summary>
    public string? Model { get; init; }

    /// <summary>The model of reviews; null for the same.</summary>
    public string? ReviewModel { get; init; }

    /// <summary>What is configured about the model.</summary>
    public ModelOverrides ModelOverrides { get; init; } = new();

    /// <summary>Whether a server that makes conversations shorter is asked by an item instead of a request of its own.</summary>
    public bool CompactsByItem { get; init; }

    /// <summary>A program to start when a turn is over.</summary>
    public ImmutableArray<string> NotifyCommand { get; init; } = [];

    /// <summary>Whether only what follows the beginning of a context counts as its length.</summary>
    public bool CompactsByBody { get; init; }

    /// <summary>What commands may touch, workspace roots still named.</summary>
    public required PermissionProfile NamedPermissions { get; init; }

    /// <summary>What commands may touch.</summary>
    public required PermissionProfile Permissions { get; init; }

    /// <summary>The permission profile that was selected by name.</summary>
    public ActivePermissionProfile? ActiveProfile { get; init; }

    /// <summary>When to ask the user.</summary>
    public AskForApproval Approval { get; init; } = AskForApproval.Never;

    /// <summary>Who answers approval requests.</summary>
    public ApprovalsReviewer Reviewer { get; init; } = ApprovalsReviewer.User;

    /// <summary>What a reviewing agent goes by in the place of the built-in policy; null for that.</summary>
    public string? AutoReviewPolicy { get; init; }

    /// <summary>Whether the user has not yet decided to trust the working directory.</summary>
    public bool IsTrustUndecided { get; init; }

    /// <summary>Configured reasoning effort.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>Configured reasoning summaries.</summary>
    public string? ReasoningSummary { get; init; }

    /// <summary>Configured verbosity.</summary>
    public string? Verbosity { get; init; }

    /// <summary>Configured service tier.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>Configured personality.</summary>
    public string? Personality { get; init; }

    /// <summary>A system prompt instead of the model's.</summary>
    public string? BaseInstructions { get; init; }

    /// <summary>Instructions of the developer.</summary>
    public string? DeveloperInstructions { get; init; }

    /// <summary>Words that ask for a summary.</summary>
    public string? CompactPrompt { get; init; }

    /// <summary>Header value for experimental features.</summary>
    public string? BetaFeatures { get; init; }

    /// <summary>Whether reasoning is left out of displays.</summary>
    public bool HidesReasoning { get; init; }

    /// <summary>Whether raw reasoning is shown.</summary>
    public bool ShowsRawReasoning { get; init; }

    /// <summary>Whether the model is told its permissions.</summary>
    public bool IncludesPermissionsInstructions { get; init; } = true;

    /// <summary>Whether the model is told how user and agent work together.</summary>
    public bool IncludesCollaborationMode { get; init; } = true;

    /// <summary>Whether the model is told directory, shell, date and file permissions.</summary>
    public bool IncludesEnvironmentContext { get; init; } = true;

    /// <summary>The built-in tools.</summary>
    public BuiltInToolOptions Tools { get; init; } = new();

    /// <summary>How AGENTS.md files are found.</summary>
    public ProjectInstructionsOptions ProjectInstructions { get; init; } = new();

    /// <summary>The skills.</summary>
    public SkillOptions Skills { get; init; } = new();

    /// <summary>What lock files ask of the session, or null.</summary>
    public ConfigLock? Lock { get; init; }

    /// <summary>Told to clients when they connect.</summary>
    public ImmutableArray<ConfigWarningNotification> Warnings { get; init; } = [];

    /// <summary>Told to clients when a thread starts.</summary>
    public ImmutableArray<DeprecationNoticeNotification> Notices { get; init; } = [];

    /// <summary>Warnings at the start of a thread.</summary>
    public ImmutableArray<string> StartupWarnings { get; init; } = [];
}
