using System.Collections.Immutable;
using System.Text.Json;
using Codex.Protocol.Permissions;

namespace Codex.AppServer.Protocol.Threads;

/// <summary>The settings that starting and resuming a thread have in common; null means "as configured".</summary>
public abstract record ThreadSettingsParams
{
    /// <summary>Model slug.</summary>
    public string? Model { get; init; }

    /// <summary>Key of the model provider.</summary>
    public string? ModelProvider { get; init; }

    /// <summary>Working directory.</summary>
    public string? Cwd { get; init; }

    /// <summary>Directories that <c>:workspace</c> stands for.</summary>
    public ImmutableArray<string>? RuntimeWorkspaceRoots { get; init; }

    /// <summary>When to ask the user.</summary>
    public AskForApproval? ApprovalPolicy { get; init; }

    /// <summary>Who answers approval requests.</summary>
    public ApprovalsReviewer? ApprovalsReviewer { get; init; }

    /// <summary>One of <see cref="SandboxMode"/>; excludes <see cref="Permissions"/>.</summary>
    public string? Sandbox { get; init; }

    /// <summary>Id of a permission profile; excludes <see cref="Sandbox"/>.</summary>
    public string? Permissions { get; init; }

    /// <summary>Configuration overrides for this thread.</summary>
    public ImmutableDictionary<string, JsonElement>? Config { get; init; }
}
