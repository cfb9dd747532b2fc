using Codex.Protocol.Permissions;

namespace Codex.Execution.Policy;

/// <summary>Whether a tool call may ask for more than its sandbox at all (<c>core/src/tools/handlers</c>).</summary>
public static class EscalationRequests
{
    /// <summary>The text for the model when the approval policy leaves nobody to ask; null when the call may go on.</summary>
    /// <param name="requested">What the call asks for.</param>
    /// <param name="policy">When the user is asked.</param>
    /// <param name="verb">The original says <c>cannot</c> in one tool and <c>should not</c> in another.</param>
    public static string? Refusal(SandboxPermissions requested, AskForApproval policy, string verb)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (requested == SandboxPermissions.UseDefault || policy == AskForApproval.OnRequest)
        {
            return null;
        }

        var name = Describe(policy);
        return $"approval policy is {name}; reject command \u2014 you {verb} ask for escalated permissions if the approval policy is {name}";
    }

    private static string Describe(AskForApproval policy) => policy.Name switch
    {
        "never" => "Never",
        "untrusted" => "UnlessTrusted",
        "on-failure" => "OnFailure",
        _ when policy.Granular is { } granular =>
            $"Granular(GranularApprovalConfig {{ sandbox_approval: {Word(granular.SandboxApproval)}, rules: {Word(granular.Rules)}, skill_approval: {Word(granular.SkillApproval)}, request_permissions: {Word(granular.RequestPermissions)}, mcp_elicitations: {Word(granular.McpElicitations)} }})",
        _ => "OnRequest",
    };

    private static string Word(bool value) => value ? "true" : "false";
}
