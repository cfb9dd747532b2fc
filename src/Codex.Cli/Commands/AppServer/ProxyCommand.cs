using Codex.Cli.CommandLine;
using Codex.Cli.Commands.StdioToUds;
using Codex.Cli.Hosting;
using Codex.Configuration;

namespace Codex.Cli.Commands.AppServer;

/// <summary><c>codex app-server proxy</c>: our standard streams are those of the server that runs.</summary>
internal static class ProxyCommand
{
    /// <summary>The option with the socket's path.</summary>
    public const string SocketOption = "sock";

    /// <summary>Copies until both sides have ended.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken) =>
        StdioToUdsCommand.ConnectAsync(
            command.Value(SocketOption) is { } path ? Path.GetFullPath(path, program.Host.CurrentDirectory) : ControlSocket(program), cancellationToken);

    private static string ControlSocket(ProgramContext program)
    {
        try
        {
            return Path.Join(program.CodexHome, "app-server-control", "app-server-control.sock");
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForCommand());
        }
    }
}
