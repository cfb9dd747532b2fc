using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Codex.Protocol.Permissions;

namespace Codex.AppServer.Protocol.Threads;

/// <summary>A loaded thread and the settings in force.</summary>
public abstract record LoadedThreadResult
{
    /// <summary>The thread.</summary>
    public required ThreadInfo Thread { get; init; }

    /// <summary>Model slug.</summary>
    public required string Model { get; init; }

    /// <summary>Key of the model provider.</summary>
    public required string ModelProvider { get; init; }

    /// <summary><c>fast</c>, <c>flex</c> or null.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>Working directory.</summary>
    public required string Cwd { get; init; }

    /// <summary>Directories that <c>:workspace</c> stands for.</summary>
    public ImmutableArray<string> RuntimeWorkspaceRoots { get; init; } = [];

    /// <summary>The AGENTS.md files in use.</summary>
    public ImmutableArray<string> InstructionSources { get; init; } = [];

    /// <summary>When the user is asked.</summary>
    public required AskForApproval ApprovalPolicy { get; init; }

    /// <summary>Who answers approval requests.</summary>
    public ApprovalsReviewer ApprovalsReviewer { get; init; } = ApprovalsReviewer.User;

    /// <summary>What commands may touch.</summary>
    [JsonConverter(typeof(SandboxPolicyWireConverter))]
    public required SandboxPolicy Sandbox { get; init; }

    /// <summary>The name of the permission profile, when one is selected.</summary>
    public ActivePermissionProfile? ActivePermissionProfile { get; init; }

    /// <summary>The configured effort; null when it is the model's default.</summary>
    public string? ReasoningEffort { get; init; }
}
