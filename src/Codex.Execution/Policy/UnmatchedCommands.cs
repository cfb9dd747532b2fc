using Codex.Execution.Policy.Classification;
using Codex.Execution.Policy.Rules;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Policy;

/// <summary>Decides about commands that no rule speaks about (<c>core/src/exec_policy.rs</c>).</summary>
internal static class UnmatchedCommands
{
    /// <summary>The decision.</summary>
    /// <param name="words">One command.</param>
    /// <param name="isWhole">Whether the words are all that the command does; those of a here-document's reader are not.</param>
    /// <param name="context">The settings of the turn.</param>
    public static RuleDecision Decide(IReadOnlyList<string> words, bool isWhole, CommandPolicyContext context)
    {
        // Read-only permissions mean nothing on Windows as long as there is no sandbox.
        var isUnprotected = OperatingSystem.IsWindows() && context.Profile is PermissionProfile.Managed && context.Profile == PermissionProfile.ReadOnly;
        if (isWhole && (isUnprotected || context.ApprovalPolicy == AskForApproval.UnlessTrusted) && SafeCommands.Contains(words))
        {
            return RuleDecision.Allow;
        }

        if (isUnprotected || DangerousCommands.Contains(words))
        {
            return OnDanger(context);
        }

        return context.ApprovalPolicy.Name switch
        {
            "never" or "on-failure" => RuleDecision.Allow,
            "untrusted" => RuleDecision.Prompt,
            _ => LeavesItsSandbox(context) ? RuleDecision.Prompt : RuleDecision.Allow,
        };
    }

    /// <summary>Without anybody to ask, only somebody who switched the sandbox off has agreed to such commands.</summary>
    private static RuleDecision OnDanger(CommandPolicyContext context) => context.ApprovalPolicy != AskForApproval.Never
        ? RuleDecision.Prompt
        : context.Profile is PermissionProfile.Managed ? RuleDecision.Forbidden : RuleDecision.Allow;

    private static bool LeavesItsSandbox(CommandPolicyContext context) =>
        context.Requested != SandboxPermissions.UseDefault && context.Profile.FileSystem().Kind == FileSystemSandboxKind.Restricted;
}
