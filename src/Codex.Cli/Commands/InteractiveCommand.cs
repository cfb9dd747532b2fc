using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;

namespace Codex.Cli.Commands;

/// <summary><c>codex</c> without a subcommand.</summary>
internal static class InteractiveCommand
{
    /// <summary>Refuses to start where there is no terminal.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken) =>
        throw new CommandFailure(program.Host.StandardInputIsTerminal
            ? "Error: the interactive interface is not available in this version; use `codex exec`"
            : "Error: stdin is not a terminal");
}
