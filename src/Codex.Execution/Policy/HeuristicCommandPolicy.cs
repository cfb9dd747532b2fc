using Codex.Execution.Policy.Classification;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Policy;

/// <summary>The verdict on commands that no rule speaks about (<c>core/src/exec_policy.rs</c>).</summary>
public sealed class HeuristicCommandPolicy : ICommandPolicy
{
    private const string BlockedByPolicy = "blocked by policy";

    /// <inheritdoc/>
    public CommandVerdict Evaluate(IReadOnlyList<string> command, CommandPolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (DangerousCommands.Contains(command))
        {
            return OnDanger(context);
        }

        return context.ApprovalPolicy.Name switch
        {
            "never" or "on-failure" => CommandVerdict.Allowed,
            "untrusted" => new CommandVerdict.Prompt(),
            _ => LeavesItsSandbox(context) ? new CommandVerdict.Prompt() : CommandVerdict.Allowed,
        };
    }

    /// <summary>Without anybody to ask, only somebody who switched the sandbox off has agreed to such commands.</summary>
    private static CommandVerdict OnDanger(CommandPolicyContext context) => context.ApprovalPolicy != AskForApproval.Never
        ? new CommandVerdict.Prompt()
        : context.Profile is PermissionProfile.Managed ? new CommandVerdict.Forbidden(BlockedByPolicy) : CommandVerdict.Allowed;

    private static bool LeavesItsSandbox(CommandPolicyContext context) =>
        context.Requested != SandboxPermissions.UseDefault && context.Profile.FileSystem().Kind == FileSystemSandboxKind.Restricted;
}
