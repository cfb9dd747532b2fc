namespace Codex.Execution.Policy;

/// <summary>Decides before a command starts whether it may, must be asked about, or may not. Asking is the caller's job.</summary>
public interface ICommandPolicy
{
    /// <summary>The verdict on one command; pure, called for every command by any thread.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="context">The settings of the turn.</param>
    CommandVerdict Evaluate(IReadOnlyList<string> command, CommandPolicyContext context);

    /// <summary>
    /// The verdict on one program that a running command wants to start. What a shell would run in it is not looked at: its
    /// programs are asked about in turn. Where nobody may be asked the verdict is never a question.
    /// </summary>
    /// <param name="words">The absolute path of the program and its arguments.</param>
    /// <param name="context">The settings of the turn.</param>
    ProgramVerdict EvaluateProgram(IReadOnlyList<string> words, CommandPolicyContext context);
}
