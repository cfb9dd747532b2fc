namespace Codex.Execution.Policy;

/// <summary>Decides before a command starts whether it may, must be asked about, or may not. Asking is the caller's job.</summary>
public interface ICommandPolicy
{
    /// <summary>The verdict on one command; pure, called for every command by any thread.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="context">The settings of the turn.</param>
    CommandVerdict Evaluate(IReadOnlyList<string> command, CommandPolicyContext context);
}
