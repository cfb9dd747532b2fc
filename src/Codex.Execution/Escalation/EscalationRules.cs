using Codex.Execution.Policy;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Escalation;

/// <summary>
/// Which programs may leave the sandbox of a command at all, whatever rules and users say about their names: those that nobody
/// inside can have made, with an environment that brings nothing along.
/// </summary>
/// <param name="profile">What the command may do.</param>
/// <param name="context">What named places stand for.</param>
/// <param name="given">The environment that the command was started with.</param>
public sealed class EscalationRules(PermissionProfile profile, PathContext context, IReadOnlyDictionary<string, string> given)
{
    /// <summary>What to start outside; null when the program has to stay inside.</summary>
    public string? ExecutableOf(InterceptedProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var access = profile.AccessIn(context);
        return access.HasDeniedReads || CarriedCode.IsIn(program.Environment, given, access.CanWrite) ? null : ProgramOrigin.Settled(program.Path, access);
    }
}
