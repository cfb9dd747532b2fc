using Codex.Protocol.Permissions;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Refuses requests to leave the sandbox that nobody can grant.</summary>
internal static class Escalation
{
    /// <summary>The refusal, or null when the request may go on.</summary>
    /// <param name="asked">The call's <c>sandbox_permissions</c>.</param>
    /// <param name="policy">When the user is asked.</param>
    /// <param name="verb">The original says "cannot" in one tool and "should not" in the other.</param>
    internal static string? Refuse(string? asked, AskForApproval policy, string verb)
    {
        if (asked is null or "use_default" || policy == AskForApproval.OnRequest)
            return null;
        var name = PolicyName(policy);
        return $"approval policy is {name}; reject command — you {verb} ask for escalated permissions if the approval policy is {name}";
    }

    private static string PolicyName(AskForApproval policy) =>
        policy == AskForApproval.Never ? "Never"
        : policy == AskForApproval.OnFailure ? "OnFailure"
        : policy == AskForApproval.UnlessTrusted ? "UnlessTrusted"
        : "Granular";
}
