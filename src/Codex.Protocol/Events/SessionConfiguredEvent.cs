using Codex.Protocol.Permissions;

namespace Codex.Protocol.Events;

/// <summary>The first event of a thread: the settings it starts with.</summary>
public sealed record SessionConfiguredEvent : EventMsg
{
    /// <summary>Root thread of the agent tree.</summary>
    public required string SessionId { get; init; }

    /// <summary>This thread.</summary>
    public required string ThreadId { get; init; }

    /// <summary>Model slug.</summary>
    public required string Model { get; init; }

    /// <summary>Key of the provider in the configuration.</summary>
    public required string ModelProviderId { get; init; }

    /// <summary>When to ask the user.</summary>
    public required AskForApproval ApprovalPolicy { get; init; }

    /// <summary>What commands may touch.</summary>
    public required SandboxPolicy SandboxPolicy { get; init; }

    /// <summary>Working directory.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The configured effort; null when it is the model's default.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>The rollout file, once the thread has one; null for ephemeral threads.</summary>
    public string? RolloutPath { get; init; }
}
