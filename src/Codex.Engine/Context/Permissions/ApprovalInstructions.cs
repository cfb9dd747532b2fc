using Codex.Protocol.Permissions;

namespace Codex.Engine.Context.Permissions;

/// <summary>The part of the permission text that says when the user is asked.</summary>
internal static class ApprovalInstructions
{
    private const string Never =
        "Nobody is available to approve commands: the approval policy is `never`. Leave `sandbox_permissions` out of every call; a command that sets it is rejected.";

    private const string UnlessTrusted =
        "The approval policy is `unless-trusted`: the user is asked before most commands. Only commands from a short list that merely read run right away.";

    private const string OnFailure =
        "The approval policy is `on-failure`: every command first runs in the sandbox, when there is one; if it fails there, the user is asked whether to run it again outside.";

    private const string AutoReview =
        "`approvals_reviewer` is `auto_review`: requests for `require_escalated` go to a reviewer that checks them against the user's policy. After a rejection either take a clearly safer way, or end your turn with a message that names the risk and asks for approval.";

    private const string RequestPermissionsTool =
        "# request_permissions Tool\n\nThe tool `request_permissions` asks for `network` or `file_system` permissions that later commands will need. Call it before those commands and ask for no more than the task needs.";

    public static string Render(PermissionsInput input)
    {
        var text = Policy(input);
        return input.Reviewer == ApprovalsReviewer.AutoReview && input.ApprovalPolicy != AskForApproval.Never
            ? $"{text}\n\n{AutoReview}"
            : text;
    }

    private static string Policy(PermissionsInput input) => input.ApprovalPolicy.Name switch
    {
        "never" => Never,
        "untrusted" => WithTool(UnlessTrusted, input),
        "on-failure" => WithTool(OnFailure, input),
        "granular" => GranularText(input, input.ApprovalPolicy.Granular!),
        _ => OnRequest(input),
    };

    private static string WithTool(string text, PermissionsInput input) =>
        input.OffersRequestPermissionsTool ? $"{text}\n\n{RequestPermissionsTool}" : text;

    private static string OnRequest(PermissionsInput input)
    {
        List<string> sections = [input.OffersAdditionalPermissions ? EscalationTexts.AdditionalPermissions : EscalationTexts.OnRequest];
        AddIf(sections, input.OffersRequestPermissionsTool, RequestPermissionsTool);
        AddPrefixes(sections, input);
        return string.Join("\n\n", sections);
    }

    private static string GranularText(PermissionsInput input, GranularApprovalConfig config)
    {
        List<string> asked = [];
        List<string> rejected = [];
        Sort("sandbox_approval", config.SandboxApproval);
        Sort("rules", config.Rules);
        Sort("skill_approval", config.SkillApproval);
        if (input.OffersRequestPermissionsTool)
        {
            Sort("request_permissions", config.RequestPermissions);
        }

        Sort("mcp_elicitations", config.McpElicitations);
        List<string> sections = ["# Approval Requests\n\nThe approval policy is `granular`: each kind of request is either shown to the user or rejected at once."];
        AddIf(sections, asked.Count > 0, "Shown to the user when needed:\n" + string.Join('\n', asked));
        AddIf(sections, rejected.Count > 0, "Rejected without asking:\n" + string.Join('\n', rejected));
        AddIf(sections, input.OffersAdditionalPermissions && config.SandboxApproval, EscalationTexts.AdditionalPermissions);
        AddIf(sections, input.OffersRequestPermissionsTool && config.RequestPermissions, RequestPermissionsTool);
        AddPrefixes(sections, input);
        return string.Join("\n\n", sections);

        void Sort(string name, bool isAsked) => (isAsked ? asked : rejected).Add($"- `{name}`");
    }

    private static void AddPrefixes(List<string> sections, PermissionsInput input) => AddIf(
        sections,
        input.ApprovedPrefixes.Count > 0,
        "## Approved command prefixes\nCommands that start with one of these already run outside of the sandbox: " + CommandPrefixes.Render(input.ApprovedPrefixes));

    private static void AddIf(List<string> sections, bool condition, string section)
    {
        if (condition)
        {
            sections.Add(section);
        }
    }
}
