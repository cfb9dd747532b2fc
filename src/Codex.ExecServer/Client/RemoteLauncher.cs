using Codex.ExecServer.Protocol;
using Codex.ExecServer.Server.Processes;
using Codex.Execution;
using Codex.Execution.Environments;
using Codex.Execution.Sandbox.Planning;
using Codex.Platform.Identifiers;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;

namespace Codex.ExecServer.Client;

/// <summary>
/// Starts commands on a server, inside their permissions: the command line that is sent is that of the sandbox helper, by
/// its name alone. A server without one starts nothing.
/// </summary>
/// <param name="server">The server.</param>
/// <param name="ids">Where names of processes come from.</param>
public sealed class RemoteLauncher(RemoteServer server, IIdSource ids) : IProcessLauncher
{
    /// <inheritdoc/>
    public async ValueTask<LaunchedProcess> StartAsync(LaunchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Proxy is not null)
            throw new SpawnException("the network proxy of this machine does not reach another environment");
        try
        {
            var connection = await server.ConnectAsync(cancellationToken).ConfigureAwait(false);
            return await StartAsync(connection, request, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception) when (exception is not SpawnException)
        {
            throw new SpawnException(exception.Message);
        }
    }

    private async Task<LaunchedProcess> StartAsync(ClientConnection connection, LaunchRequest request, CancellationToken cancellationToken)
    {
        var isSandboxed = SandboxPlanner.NeedsSandbox(request.Permissions, new PathContext(request.PolicyDirectory, TemporaryDirectory: null));
        var process = new RemoteProcess(connection, ids.NewVersion4().ToString());
        connection.Register(process);
        try
        {
            await connection.CallAsync(
                Methods.ProcessStart, Describe(request, process.Key, isSandboxed), ExecServerJson.Wire.ProcessStartParams, ExecServerJson.Wire.ProcessReference, cancellationToken)
                .ConfigureAwait(false);
            return new LaunchedProcess(process, isSandboxed, resources: null);
        }
        catch
        {
            // Whether it was started may not be known: it is ended in any case.
            await process.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static ProcessStartParams Describe(LaunchRequest request, string key, bool isSandboxed) => new()
    {
        ProcessId = key,
        Argv = isSandboxed
            ? new SandboxedCommand(request.PolicyDirectory, request.Permissions, request.Command).ToWords(request.WorkingDirectory)
            : request.Command,
        Cwd = request.WorkingDirectory,
        EnvPolicy = request.Inherited is { } policy ? Describe(policy) : null,
        Env = request.Environment,
        Tty = request.Stdio is StdioMode.TerminalMode,
        PipeStdin = request.Stdio is StdioMode.PipeMode { HasInput: true },
    };

    private static ProcessEnvironmentPolicy Describe(ShellEnvironmentPolicy policy) => new()
    {
        Inherit = policy.Inherit switch
        {
            EnvironmentInheritance.Core => "core",
            EnvironmentInheritance.None => "none",
            _ => "all",
        },
        IgnoreDefaultExcludes = policy.IgnoreDefaultExcludes,
        Exclude = [.. policy.Exclude, .. policy.Concealed],
        Set = policy.Set,
        IncludeOnly = policy.IncludeOnly,
    };
}
