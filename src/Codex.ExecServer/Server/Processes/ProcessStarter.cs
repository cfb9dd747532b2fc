using System.Collections.Immutable;
using Codex.ExecServer.Protocol;
using Codex.ExecServer.Rpc;
using Codex.Execution;
using Codex.Execution.Environments;
using Codex.Platform;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.ExecServer.Server.Processes;

/// <summary>
/// Starts processes. A command behind the sandbox helper is started in the sandbox that this program builds, without the
/// helper; whatever else is asked for runs as it is: then it is the client that decides.
/// </summary>
internal sealed class ProcessStarter(ExecServerOptions options, IProcessSpawner spawner, IProcessLauncher launcher)
{
    /// <summary>Starts a process; the caller owns it.</summary>
    /// <exception cref="RpcException">It cannot be started.</exception>
    public async ValueTask<LaunchedProcess> StartAsync(ProcessStartParams parameters, CancellationToken cancellationToken)
    {
        var environment = EnvironmentOf(parameters);
        var directory = Path.GetFullPath(parameters.Cwd, options.Host.CurrentDirectory);
        try
        {
            return SandboxedCommand.Read(parameters.Argv) is { } sandboxed
                ? await launcher.StartAsync(sandboxed.ToLaunch(directory, environment, StdioOf(parameters)), cancellationToken).ConfigureAwait(false)
                : await StartPlainAsync(parameters, directory, environment).ConfigureAwait(false);
        }
        catch (SpawnException exception)
        {
            throw RpcException.Internal(Reason(exception, parameters, environment));
        }
    }

    private async ValueTask<LaunchedProcess> StartPlainAsync(ProcessStartParams parameters, string directory, Dictionary<string, string> environment)
    {
        SpawnValidation.CheckCommand(parameters.Argv, directory);
        var process = await spawner.StartAsync(new SpawnRequest
        {
            FileName = parameters.Argv[0],
            Arguments = [parameters.Arg0 ?? parameters.Argv[0], .. parameters.Argv.Skip(1)],
            WorkingDirectory = directory,
            Environment = environment,
            Stdio = StdioOf(parameters),
        }).ConfigureAwait(false);
        return new LaunchedProcess(process, isSandboxed: false, resources: null);
    }

    private Dictionary<string, string> EnvironmentOf(ProcessStartParams parameters)
    {
        var environment = parameters.EnvPolicy is { } policy
            ? CommandEnvironment.Create(options.Host, PolicyOf(policy), threadId: null)
            : new Dictionary<string, string>(HostEnvironment.VariableNameComparer);
        foreach (var (name, value) in parameters.Env)
            environment[name] = value;
        return environment;
    }

    private ShellEnvironmentPolicy PolicyOf(ProcessEnvironmentPolicy policy) => new()
    {
        Inherit = policy.Inherit switch
        {
            "core" => EnvironmentInheritance.Core,
            "none" => EnvironmentInheritance.None,
            _ => EnvironmentInheritance.All,
        },
        IgnoreDefaultExcludes = policy.IgnoreDefaultExcludes,
        Exclude = [.. policy.Exclude],
        Set = policy.Set.ToImmutableDictionary(),
        IncludeOnly = [.. policy.IncludeOnly],
        Concealed = options.ConcealedVariables,
    };

    private static StdioMode StdioOf(ProcessStartParams parameters) =>
        parameters.Tty ? StdioMode.Terminal(TerminalSize.Default)
        : parameters.PipeStdin ? StdioMode.PipesWithInput
        : StdioMode.Pipes;

    // The original starts programs on terminals through another library, which words this otherwise.
    private static string Reason(SpawnException exception, ProcessStartParams parameters, Dictionary<string, string> environment)
    {
        var program = parameters.Argv[0];
        if (!parameters.Tty || exception.ErrorNumber != Errno.NoEntry || program.Contains('/', StringComparison.Ordinal))
            return exception.Message;
        var search = environment.TryGetValue("PATH", out var path) ? $"No viable candidates found in PATH \"{path}\"" : "Unable to resolve the PATH";
        return $"Unable to spawn {program} because:\n{search}";
    }
}
