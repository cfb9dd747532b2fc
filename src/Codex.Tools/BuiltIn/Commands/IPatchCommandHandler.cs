namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Recognises shell commands that only call <c>apply_patch</c> and runs them as that tool.</summary>
public interface IPatchCommandHandler
{
    /// <summary>The output of the patch, or null when the command is no patch.</summary>
    /// <param name="command">The whole argument vector, shell included.</param>
    /// <param name="workingDirectory">Where the command would run; absolute.</param>
    /// <param name="call">The call, for its id.</param>
    /// <param name="host">The turn.</param>
    /// <param name="cancellationToken">Stops the patch before it changes anything.</param>
    ValueTask<ToolOutput?> TryHandleAsync(
        IReadOnlyList<string> command, string workingDirectory, ToolCall call, IToolHost host, CancellationToken cancellationToken);
}
