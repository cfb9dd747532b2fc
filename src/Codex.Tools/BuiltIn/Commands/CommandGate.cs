using Codex.Execution.Policy;
using Codex.Formats.Bash;
using Codex.Protocol.Permissions;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Asks the policy whether a command may run. A turn has nobody to put a question to, which counts as a no.</summary>
internal static class CommandGate
{
    /// <summary>What a call asks for; nothing beyond its sandbox when it does not say.</summary>
    internal static SandboxPermissions Asked(string? sandboxPermissions) =>
        SandboxPermissions.Find(sandboxPermissions) ?? SandboxPermissions.UseDefault;

    /// <summary>Why the command must not run, as told to the model; null when it may.</summary>
    internal static string? Refuse(ICommandPolicy policy, IReadOnlyList<string> command, string? sandboxPermissions, TurnSettings settings)
    {
        var context = new CommandPolicyContext(settings.ApprovalPolicy, settings.PermissionProfile, Asked(sandboxPermissions));
        return policy.Evaluate(command, context) switch
        {
            CommandVerdict.Forbidden forbidden => forbidden.Describe(ShellQuoting.Join(command)),
            CommandVerdict.Prompt => "rejected by user",
            _ => null,
        };
    }
}
