using Codex.Cli.Hosting;
using Codex.Platform.Processes;

namespace Codex.Cli.Commands.AppServer;

/// <summary>Has a Prettier of the user's choice format files.</summary>
internal static class Prettier
{
    /// <summary>Formats files in place; what the program prints is seen.</summary>
    /// <param name="executable">Its path, or a name to be found on <c>PATH</c>.</param>
    /// <param name="files">The files, as the user would name them.</param>
    /// <param name="program">The running program.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CommandFailure">It cannot be started, or fails.</exception>
    public static async Task RunAsync(string executable, IReadOnlyList<string> files, ProgramContext program, CancellationToken cancellationToken)
    {
        var status = await FormatAsync(executable, files, program, cancellationToken);
        if (status.Code != 0)
            throw new CommandFailure($"Error: Prettier failed with status {ExitStatusText.Describe(status)}");
    }

    private static async Task<ExitStatus> FormatAsync(
        string executable, IReadOnlyList<string> files, ProgramContext program, CancellationToken cancellationToken)
    {
        using var spawner = ProcessSpawner.Create();
        try
        {
            await using var process = await spawner.StartAsync(new SpawnRequest
            {
                FileName = executable,
                Arguments = [executable, "--write", "--log-level", "warn", .. files],
                WorkingDirectory = program.Host.CurrentDirectory,
                Environment = program.HostWithAliases().Variables,
                Stdio = StdioMode.Inherited,
            });
            using var signals = ForwardedSignals.To(process);
            return await process.Completion.WaitAsync(cancellationToken);
        }
        catch (SpawnException exception)
        {
            throw new CommandFailure(FailureText.WithCause($"Failed to invoke Prettier at {executable}", exception.Message));
        }
    }
}
