using Codex.Execution.Policy;
using Codex.Protocol.Permissions;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Asks the policy whether a command may run. A turn has nobody to put a question to, which counts as a no.</summary>
internal static class CommandGate
{
    /// <summary>What a call asks for; nothing beyond its sandbox when it does not say.</summary>
    internal static SandboxPermissions Asked(string? sandboxPermissions) =>
        SandboxPermissions.Find(sandboxPermissions) ?? SandboxPermissions.UseDefault;

    /// <summary>The answer.</summary>
    /// <param name="policy">Judges the command.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="request">What the call says about permissions.</param>
    /// <param name="settings">The turn.</param>
    internal static CommandPermission Ask(ICommandPolicy policy, IReadOnlyList<string> command, PermissionRequest request, TurnSettings settings)
    {
        var context = new CommandPolicyContext(settings.ApprovalPolicy, settings.PermissionProfile, Asked(request.SandboxPermissions))
        {
            WorkingDirectory = settings.WorkingDirectory,
            RequestedPrefix = request.Prefix,
        };
        return policy.Evaluate(command, context) switch
        {
            CommandVerdict.Forbidden forbidden => CommandPermission.Refused(forbidden.Text, settings.PermissionProfile),
            CommandVerdict.Prompt => CommandPermission.Refused("rejected by user", settings.PermissionProfile),
            CommandVerdict.Allow { LeavesSandbox: true } => CommandPermission.WithoutSandbox(settings.PermissionProfile),
            _ => new CommandPermission(null, settings.PermissionProfile),
        };
    }
}
