using System.Text;
using Codex.Protocol.Permissions;

namespace Codex.Engine.Context;

/// <summary>What the model is told when the user answers only some kinds of questions.</summary>
internal static class GranularApproval
{
    /// <summary>The section: which questions reach the user, which are refused, and how to ask where asking is possible.</summary>
    public static string Render(GranularApprovalConfig config, string escalationRules)
    {
        (string Name, bool Asked)[] kinds =
        [
            ("sandbox_approval", config.SandboxApproval),
            ("rules", config.Rules),
            ("skill_approval", config.SkillApproval),
            ("request_permissions", config.RequestPermissions),
            ("mcp_elicitations", config.McpElicitations),
        ];
        var text = new StringBuilder("# Approval Requests\n\nThe approval policy is `granular`: only some kinds of questions reach the user, the others are refused at once.");
        AppendKinds(text, "These kinds are put to the user:", kinds.Where(static kind => kind.Asked));
        AppendKinds(text, "These kinds are refused without asking:", kinds.Where(static kind => !kind.Asked));
        if (config.SandboxApproval)
            text.Append("\n\n").Append(escalationRules);
        return text.ToString();
    }

    private static void AppendKinds(StringBuilder text, string heading, IEnumerable<(string Name, bool Asked)> kinds)
    {
        var any = false;
        foreach (var (name, _) in kinds)
        {
            if (!any)
                text.Append("\n\n").Append(heading);
            text.Append("\n- `").Append(name).Append('`');
            any = true;
        }
    }
}
