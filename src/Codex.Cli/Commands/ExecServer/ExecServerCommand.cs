using System.Net.Sockets;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Cli.Sessions;
using Codex.Configuration;
using Codex.ExecServer.Server;
using Codex.ExecServer.Server.Listening;
using Codex.Platform;

namespace Codex.Cli.Commands.ExecServer;

/// <summary><c>codex exec-server</c>: runs processes for a Codex elsewhere.</summary>
internal static class ExecServerCommand
{
    /// <summary>Serves until the client of the standard streams has gone, or for ever.</summary>
    public static async Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        if (command.Value("remote") is not null)
            throw new CommandFailure("Error: `codex exec-server --remote` is not available in this version");
        var address = Address(command);
        var host = new ExecServerHost(Options(Load(command, program), program));
        await using (host)
        {
            if (address.WebSocket is null)
                await host.ServeAsync(StandardStreams.OpenInput(), StandardStreams.OpenOutput(), cancellationToken);
            else
                await ListenAsync(host, address, cancellationToken);
        }

        return 0;
    }

    private static async Task ListenAsync(ExecServerHost host, ListenAddress address, CancellationToken cancellationToken)
    {
        try
        {
            using var listener = host.Listen(address.WebSocket!);
            StandardOutput.Write(listener.Url + "\n");
            await listener.RunAsync(cancellationToken);
        }
        catch (SocketException exception)
        {
            throw new CommandFailure($"Error: {Errno.Describe(exception.NativeErrorCode)}");
        }
    }

    private static ListenAddress Address(ParsedCommand command)
    {
        try
        {
            return ListenAddress.Parse(command.Value("listen") ?? ListenAddress.Default);
        }
        catch (FormatException exception)
        {
            throw new CommandFailure($"Error: {exception.Message}");
        }
    }

    private static EffectiveConfig Load(ParsedCommand command, ProgramContext program)
    {
        try
        {
            return CommandConfiguration.Load(command, program, profile: null).Effective;
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForCommand());
        }
    }

    private static ExecServerOptions Options(EffectiveConfig config, ProgramContext program)
    {
        var tools = ToolSettings.Read(config);
        return new ExecServerOptions
        {
            Host = program.HostWithAliases(),
            Sandbox = tools.Sandbox,
            ConcealedVariables = tools.ShellEnvironment.Concealed,
            Log = static (_, message) => StandardError.Write($"warning: {message}\n"),
        };
    }
}
