using Codex.Protocol.Permissions;

namespace Codex.Execution.Policy;

/// <summary>The texts for questions that the approval policy does not let through.</summary>
internal static class PromptRefusal
{
    /// <summary>Why nobody is asked; null when somebody is.</summary>
    /// <param name="policy">When the user is asked.</param>
    /// <param name="isDemandedByRule">Whether a rule demands the question, rather than the danger of the command.</param>
    public static string? Of(AskForApproval policy, bool isDemandedByRule)
    {
        if (policy == AskForApproval.Never)
        {
            return "approval required by policy, but AskForApproval is set to Never";
        }

        return (policy.Granular, isDemandedByRule) switch
        {
            ({ Rules: false }, true) => "approval required by policy rule, but AskForApproval::Granular.rules is false",
            ({ SandboxApproval: false }, false) => "approval required by policy, but AskForApproval::Granular.sandbox_approval is false",
            _ => null,
        };
    }
}
