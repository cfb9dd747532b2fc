using Codex.Configuration.Sections;
using Codex.Protocol.Permissions;

namespace Codex.Configuration;

/// <summary>Values decided by options of a command; they go before every file and <c>-c</c>.</summary>
public sealed record ConfigHarnessOverrides
{
    /// <summary>Model slug.</summary>
    public string? Model { get; init; }

    /// <summary>Model of reviews.</summary>
    public string? ReviewModel { get; init; }

    /// <summary>Id of the provider.</summary>
    public string? ModelProvider { get; init; }

    /// <summary>When the user is asked.</summary>
    public AskForApproval? ApprovalPolicy { get; init; }

    /// <summary>Who answers.</summary>
    public ApprovalsReviewer? ApprovalsReviewer { get; init; }

    /// <summary>The sandbox.</summary>
    public SandboxMode? SandboxMode { get; init; }

    /// <summary>The permission profile.</summary>
    public string? DefaultPermissions { get; init; }

    /// <summary>More writable directories (<c>--add-dir</c>); relative ones are relative to the working directory.</summary>
    public IReadOnlyList<string> AdditionalWritableRoots { get; init; } = [];

    /// <summary>Replaces the workspace's roots.</summary>
    public IReadOnlyList<string>? WorkspaceRoots { get; init; }

    /// <summary>Whether <c>--oss</c> was given.</summary>
    public bool UseOssProvider { get; init; }

    /// <summary>Provider given to <c>--local-provider</c>.</summary>
    public string? OssProvider { get; init; }

    /// <summary>Base instructions.</summary>
    public string? BaseInstructions { get; init; }

    /// <summary>A further developer message.</summary>
    public string? DeveloperInstructions { get; init; }

    /// <summary>Prompt of compaction.</summary>
    public string? CompactPrompt { get; init; }

    /// <summary>Personality.</summary>
    public string? Personality { get; init; }

    /// <summary>Service tier.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>Whether raw reasoning is shown.</summary>
    public bool? ShowRawAgentReasoning { get; init; }

    /// <summary>Whether hooks run without review.</summary>
    public bool BypassHookTrust { get; init; }
}
