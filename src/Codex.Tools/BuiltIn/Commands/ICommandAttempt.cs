namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Runs the command of one call.</summary>
internal interface ICommandAttempt
{
    /// <summary>Runs it once.</summary>
    /// <param name="permission">What it may touch.</param>
    /// <param name="mayRetry">Whether it may be run a second time when the sandbox was in the way.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    Task<CommandAttempt> RunAsync(CommandPermission permission, bool mayRetry, CancellationToken cancellationToken);
}
