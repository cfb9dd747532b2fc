using Codex.Protocol.Permissions;
using Codex.Protocol.Rollouts;

namespace Codex.Protocol.Operations;

/// <summary>The settings of a thread at one moment.</summary>
public sealed record ThreadSettingsSnapshot
{
    /// <summary>Model slug.</summary>
    public required string Model { get; init; }

    /// <summary>Key of the provider.</summary>
    public required string ModelProviderId { get; init; }

    /// <summary>Service tier, when one is asked for.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>When to ask the user.</summary>
    public required AskForApproval ApprovalPolicy { get; init; }

    /// <summary>Who is asked.</summary>
    public required ApprovalsReviewer ApprovalsReviewer { get; init; }

    /// <summary>What commands and patches may touch.</summary>
    public required PermissionProfile PermissionProfile { get; init; }

    /// <summary>Working directory.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Reasoning effort; null for the model's own.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>Reasoning summary style; null for the model's own.</summary>
    public string? ReasoningSummary { get; init; }

    /// <summary>Personality, when the model has one.</summary>
    public string? Personality { get; init; }

    /// <summary>How user and agent work together.</summary>
    public required CollaborationMode CollaborationMode { get; init; }
}
