using Codex.Protocol.Permissions;

namespace Codex.Configuration.Locking;

/// <summary>What is only known once a session is set up: the choices of the model catalog and of the client.</summary>
public sealed record ConfigLockSession
{
    /// <summary>Slug of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Reasoning effort; null for the model's default.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>Reasoning summary style; null for the model's default.</summary>
    public string? ReasoningSummary { get; init; }

    /// <summary>Service tier; null when the server chooses.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>The system prompt.</summary>
    public required string BaseInstructions { get; init; }

    /// <summary>Instructions of the developer.</summary>
    public string? DeveloperInstructions { get; init; }

    /// <summary>The prompt of compaction; null for the built-in one.</summary>
    public string? CompactPrompt { get; init; }

    /// <summary>The personality.</summary>
    public string? Personality { get; init; }

    /// <summary>When the user is asked.</summary>
    public required AskForApproval ApprovalPolicy { get; init; }

    /// <summary>Who answers.</summary>
    public required ApprovalsReviewer ApprovalsReviewer { get; init; }
}
