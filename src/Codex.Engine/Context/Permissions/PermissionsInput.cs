using Codex.Protocol.Permissions;

namespace Codex.Engine.Context.Permissions;

/// <summary>Everything that the model is told about its permissions depends on.</summary>
public sealed record PermissionsInput
{
    /// <summary>What commands may do.</summary>
    public required PermissionProfile Profile { get; init; }

    /// <summary>When the user is asked.</summary>
    public required AskForApproval ApprovalPolicy { get; init; }

    /// <summary>What named places stand for.</summary>
    public required PathContext Paths { get; init; }

    /// <summary>Who answers requests.</summary>
    public ApprovalsReviewer Reviewer { get; init; } = ApprovalsReviewer.User;

    /// <summary>The command prefixes that rules allow outside of the sandbox.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ApprovedPrefixes { get; init; } = [];

    /// <summary>Whether a command may ask for single permissions instead of leaving the sandbox.</summary>
    public bool OffersAdditionalPermissions { get; init; }

    /// <summary>Whether the model has the <c>request_permissions</c> tool.</summary>
    public bool OffersRequestPermissionsTool { get; init; }
}
