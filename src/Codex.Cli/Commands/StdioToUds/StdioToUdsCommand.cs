using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Platform.Sockets;

namespace Codex.Cli.Commands.StdioToUds;

/// <summary><c>codex stdio-to-uds</c>: our standard streams are a socket's.</summary>
internal static class StdioToUdsCommand
{
    /// <summary>Copies until both sides have ended.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken) =>
        ConnectAsync(Path.GetFullPath(command.Argument(StdioToUdsSpec.SocketPath)!, program.Host.CurrentDirectory), cancellationToken);

    /// <summary>Copies from and to a socket until both sides have ended.</summary>
    /// <param name="path">The socket; absolute.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    /// <exception cref="CommandFailure">There is no such socket, or it breaks.</exception>
    public static async Task<int> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        using var input = StandardStreams.OpenInput();
        using var output = StandardStreams.OpenOutput();
        try
        {
            using var relay = await SocketRelay.ConnectAsync(path, cancellationToken);
            await relay.RunAsync(input, output, cancellationToken);
            return 0;
        }
        catch (SocketRelayException exception)
        {
            throw new CommandFailure(FailureText.WithCauses(exception.Message, exception.Causes));
        }
    }
}
