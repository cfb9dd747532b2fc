using System.Collections.Immutable;
using Codex.Protocol.Permissions;
using Codex.Protocol.Rollouts;

namespace Codex.Protocol.Operations;

/// <summary>
/// Settings of a thread that hold from the next turn on; null changes nothing (<c>ThreadSettingsOverrides</c> of
/// <c>codex-rs/protocol/src/protocol.rs</c>).
/// </summary>
public sealed record ThreadSettingsOverrides
{
    /// <summary>Working directory; absolute. A workspace root that was the directory before moves with it.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Roots of the workspace; absolute.</summary>
    public ImmutableArray<string>? WorkspaceRoots { get; init; }

    /// <summary>When to ask the user.</summary>
    public AskForApproval? ApprovalPolicy { get; init; }

    /// <summary>Who is asked.</summary>
    public ApprovalsReviewer? ApprovalsReviewer { get; init; }

    /// <summary>What commands and patches may touch; goes before <see cref="SandboxPolicy"/>.</summary>
    public PermissionProfile? PermissionProfile { get; init; }

    /// <summary>What commands and patches may touch, in the older form.</summary>
    public SandboxPolicy? SandboxPolicy { get; init; }

    /// <summary>Model slug; not looked at beside <see cref="CollaborationMode"/>.</summary>
    public string? Model { get; init; }

    /// <summary>Reasoning effort, null for the model's own; not looked at beside <see cref="CollaborationMode"/>.</summary>
    public Change<string>? ReasoningEffort { get; init; }

    /// <summary>Reasoning summary style.</summary>
    public string? ReasoningSummary { get; init; }

    /// <summary>Service tier; null for the standard one.</summary>
    public Change<string>? ServiceTier { get; init; }

    /// <summary>How user and agent work together: mode, model, effort and what the model is told about it.</summary>
    public CollaborationMode? CollaborationMode { get; init; }

    /// <summary><c>none</c>, <c>friendly</c> or <c>pragmatic</c>.</summary>
    public string? Personality { get; init; }
}
