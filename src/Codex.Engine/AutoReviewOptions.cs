using Codex.Backend.Models;
using Codex.Protocol.Permissions;

namespace Codex.Engine;

/// <summary>Who answers the questions of a thread, and how an agent that does goes about it.</summary>
public sealed record AutoReviewOptions
{
    /// <summary>Who answers. An agent is asked only where the approval policy is <c>on-request</c> or granular.</summary>
    public ApprovalsReviewer Reviewer { get; init; } = ApprovalsReviewer.User;

    /// <summary>The model of the agent; null for the thread's own.</summary>
    public ModelInfo? Model { get; init; }

    /// <summary>The policy of an organisation in the place of the built-in one; null for that.</summary>
    public string? Policy { get; init; }
}
