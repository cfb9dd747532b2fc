using System.Collections.Immutable;
using Codex.Protocol.Permissions;

namespace Codex.Protocol.Rollouts;

/// <summary>The settings a turn ran with.</summary>
public sealed record TurnContextItem
{
    /// <summary>The turn.</summary>
    public string? TurnId { get; init; }

    /// <summary>Working directory.</summary>
    public required string Cwd { get; init; }

    /// <summary>Roots of the workspace.</summary>
    public ImmutableArray<string>? WorkspaceRoots { get; init; }

    /// <summary>Local date, <c>yyyy-MM-dd</c>.</summary>
    public string? CurrentDate { get; init; }

    /// <summary>IANA name.</summary>
    public string? Timezone { get; init; }

    /// <summary>When to ask the user.</summary>
    public required AskForApproval ApprovalPolicy { get; init; }

    /// <summary>The legacy form of the permissions.</summary>
    public required SandboxPolicy SandboxPolicy { get; init; }

    /// <summary>The permissions.</summary>
    public PermissionProfile? PermissionProfile { get; init; }

    /// <summary>Only written when it cannot be derived from <see cref="SandboxPolicy"/>.</summary>
    public FileSystemSandboxPolicy? FileSystemSandboxPolicy { get; init; }

    /// <summary>Model slug.</summary>
    public required string Model { get; init; }

    /// <summary><c>none</c>, <c>friendly</c> or <c>pragmatic</c>.</summary>
    public string? Personality { get; init; }

    /// <summary>The collaboration mode.</summary>
    public CollaborationMode? CollaborationMode { get; init; }

    /// <summary>Whether a voice conversation was on.</summary>
    public bool? RealtimeActive { get; init; }

    /// <summary>Reasoning effort, when configured.</summary>
    public string? Effort { get; init; }

    /// <summary>Always <c>auto</c>, whatever is configured: kept for older readers.</summary>
    public string Summary { get; init; } = "auto";
}
