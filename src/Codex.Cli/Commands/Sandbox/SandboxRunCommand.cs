using Codex.Backend.Http;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Cli.Sessions;
using Codex.Configuration;
using Codex.Execution;
using Codex.Execution.Environments;
using Codex.Execution.Network;
using Codex.Execution.Sandbox;
using Codex.Platform.Identifiers;
using Codex.Platform.Processes;

namespace Codex.Cli.Commands.Sandbox;

/// <summary><c>codex sandbox</c>: runs a command by hand inside a permission profile, with our own standard streams.</summary>
internal static class SandboxRunCommand
{
    // 0.136.0 panics in these cases; scripts see its exit code.
    private const int NothingToRun = 101;

    /// <summary>Runs the command and gives its exit code.</summary>
    public static async Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var words = command.Arguments("COMMAND");
        if (words.Count == 0)
            return Fail("No command specified to execute.");
        var directory = Path.GetFullPath(command.Value("cd") ?? ".", program.Host.CurrentDirectory);
        var config = Load(command, program, directory);
        var tools = ToolSettings.Read(config);
        using var spawner = ProcessSpawner.Create();
        var options = tools.Sandbox with
        {
            UnixSockets = UnixSockets(command, program),
            DenialMark = OperatingSystem.IsMacOS() && command.Has(SandboxSpec.LogDenials) ? $"codex-{new RandomIdSource().NewVersion4():N}" : null,
        };
        using var sandbox = new SandboxCommand(program.HostWithAliases(), spawner, options, static (_, message) => StandardError.Write($"warning: {message}\n"));
        try
        {
            await using var denials = await SandboxDenialReport.StartAsync(options.DenialMark, spawner, program.Host, cancellationToken);
            var launched = await new SandboxedLauncher(spawner, sandbox).StartAsync(
                new LaunchRequest
                {
                    Command = words,
                    WorkingDirectory = directory,
                    PolicyDirectory = directory,
                    Environment = CommandEnvironment.Create(program.HostWithAliases(), tools.ShellEnvironment, threadId: null),
                    Stdio = StdioMode.Inherited,
                    Permissions = config.Permissions.Profile,
                    Proxy = tools.Network is { } network ? new NetworkProxy(network, new() { Host = program.Host, TrustsServer = HttpHandlerFactory.TrustFor(program.Host) }) : null,
                },
                cancellationToken).ConfigureAwait(false);
            await using (launched.ConfigureAwait(false))
            {
                using var signals = ForwardedSignals.To(launched.Process);
                var status = await launched.Process.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
                await denials.ShowAsync(cancellationToken).ConfigureAwait(false);
                return status.ShellCode;
            }
        }
        catch (NetworkProxyException exception)
        {
            return Fail($"failed to build network proxy state: {exception.Message}");
        }
        catch (SpawnException exception)
        {
            return Fail($"Failed to execute {words[0]}: {exception.Message}");
        }
    }

    private static EffectiveConfig Load(ParsedCommand command, ProgramContext program, string directory)
    {
        try
        {
            return SandboxConfiguration.Load(command, program, directory).Effective;
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForCommand());
        }
    }

    private static string[] UnixSockets(ParsedCommand command, ProgramContext program) => OperatingSystem.IsMacOS()
        ? [.. command.Values(SandboxSpec.AllowUnixSocket).Select(path => Path.GetFullPath(path, program.Host.CurrentDirectory))]
        : [];

    private static int Fail(string message)
    {
        StandardError.Write($"Error: {message}\n");
        return NothingToRun;
    }
}
