using System.Globalization;
using System.Text;
using Codex.Backend.Http;
using Codex.Backend.Relay;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Platform;
using Codex.Platform.Environment;

namespace Codex.Cli.Commands.ResponsesApiProxy;

/// <summary><c>codex responses-api-proxy</c>.</summary>
internal static class ResponsesApiProxyCommand
{
    /// <summary>Takes the key from standard input and serves until it is asked to end.</summary>
    public static async Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        try
        {
            using var relay = ResponsesRelay.Start(Options(command, program.Host));
            WriteServerInfo(command.Value("server-info"), program.Host, relay.Port);
            Say($"responses-api-proxy listening on 127.0.0.1:{relay.Port}");
            await relay.RunAsync(cancellationToken);
            return 0;
        }
        catch (RelayException exception)
        {
            throw new CommandFailure(FailureText.WithCause(exception.Message, exception.Cause));
        }
        catch (InvalidDataException exception)
        {
            throw new CommandFailure($"Error: {exception.Message}");
        }
    }

    private static RelayOptions Options(ParsedCommand command, HostEnvironment host)
    {
        using var input = StandardStreams.OpenInput();
        return new RelayOptions
        {
            Authorization = RelayKey.Read(input),
            Upstream = RelayAddress.Parse(command.Value("upstream-url") ?? ResponsesApiProxySpec.DefaultUpstream),
            Port = command.Value("port") is { } port ? int.Parse(port, CultureInfo.InvariantCulture) : null,
            AllowsShutdown = command.Flag("http-shutdown"),
            DumpDirectory = command.Value("dump-dir") is { } directory ? Path.GetFullPath(directory, host.CurrentDirectory) : null,
            Time = TimeProvider.System,
            CreateHandler = () => HttpHandlerFactory.Create(host),
            Report = Say,
        };
    }

    private static void WriteServerInfo(string? path, HostEnvironment host, int port)
    {
        if (path is null)
            return;
        var file = Path.GetFullPath(path, host.CurrentDirectory);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"port\":{port},\"pid\":{Environment.ProcessId}}}\n")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"Error: {Errno.Describe(exception)}");
        }
    }

    private static void Say(string line) => StandardError.Write(line + "\n");
}
