namespace Codex.Protocol.Permissions;

/// <summary>A pair of approval policy and permissions that users pick by name (<c>utils/approval-presets</c>).</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Label">What pickers call it.</param>
/// <param name="Description">What it means, for people.</param>
/// <param name="Approval">When the user is asked.</param>
/// <param name="ActiveProfile">The built-in profile it selects.</param>
/// <param name="Permissions">What that profile allows.</param>
public sealed record ApprovalPreset(
    string Id, string Label, string Description, AskForApproval Approval, ActivePermissionProfile ActiveProfile, PermissionProfile Permissions)
{
    /// <summary>The built-in ones, the most careful first.</summary>
    public static IReadOnlyList<ApprovalPreset> All { get; } =
    [
        new(
            "read-only",
            "Read Only",
            "Files of the workspace can be read. Edits and the network have to be approved.",
            AskForApproval.OnRequest,
            new ActivePermissionProfile(ActivePermissionProfile.ReadOnlyId),
            PermissionProfile.ReadOnly),
        new(
            "auto",
            "Default",
            "Files of the workspace can be read and edited, commands can be run. The network and other files have to be approved.",
            AskForApproval.OnRequest,
            new ActivePermissionProfile(ActivePermissionProfile.WorkspaceId),
            PermissionProfiles.WorkspaceWrite([], NetworkSandboxPolicy.Restricted, false, false)),
        new(
            "full-access",
            "Full Access",
            "Everything is allowed everywhere, without a question. Only where a mistake cannot do harm.",
            AskForApproval.Never,
            new ActivePermissionProfile(ActivePermissionProfile.DangerFullAccessId),
            new PermissionProfile.Disabled()),
    ];
}
