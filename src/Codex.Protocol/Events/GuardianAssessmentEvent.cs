using Codex.Protocol.AutoReviews;

namespace Codex.Protocol.Events;

/// <summary>A review of an action began or came to its end (<c>protocol/src/approvals.rs</c>).</summary>
public sealed record GuardianAssessmentEvent : EventMsg
{
    /// <summary>The review.</summary>
    public required string Id { get; init; }

    /// <summary>The call that is reviewed; null for a network access.</summary>
    public string? TargetItemId { get; init; }

    /// <summary>The turn.</summary>
    public required string TurnId { get; init; }

    /// <summary>When it began, in milliseconds since 1970.</summary>
    public required long StartedAtMilliseconds { get; init; }

    /// <summary>When it ended, in milliseconds since 1970; null while it runs.</summary>
    public long? CompletedAtMilliseconds { get; init; }

    /// <summary>Where it stands.</summary>
    public required AssessmentStatus Status { get; init; }

    /// <summary>The risk; null without a verdict.</summary>
    public RiskLevel? Risk { get; init; }

    /// <summary>How clearly the user wants it; null without a verdict.</summary>
    public UserAuthorization? Authorization { get; init; }

    /// <summary>Why; null while it runs and when it was aborted.</summary>
    public string? Rationale { get; init; }

    /// <summary>What is reviewed.</summary>
    public required ReviewedAction Action { get; init; }
}
