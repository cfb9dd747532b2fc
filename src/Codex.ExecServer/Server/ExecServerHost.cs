using System.Net;
using Codex.Backend.Http;
using Codex.ExecServer.Rpc;
using Codex.ExecServer.Server.Files;
using Codex.ExecServer.Server.Http;
using Codex.ExecServer.Server.Listening;
using Codex.ExecServer.Server.Processes;
using Codex.Execution.Sandbox;
using Codex.Platform.Processes;

namespace Codex.ExecServer.Server;

/// <summary>
/// Runs processes, file operations and HTTP requests for a Codex elsewhere (<c>codex-rs/exec-server</c>). Nothing that it
/// started survives it.
/// </summary>
public sealed class ExecServerHost : IAsyncDisposable
{
    private readonly IProcessSpawner _spawner;
    private readonly SandboxCommand _sandbox;
    private readonly HttpClient _http;
    private readonly SessionRegistry _sessions;
    private readonly ServerServices _services;

    /// <summary>Prepares a server; nothing runs yet.</summary>
    public ExecServerHost(ExecServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _spawner = ProcessSpawner.Create();
        _sandbox = new SandboxCommand(options.Host, _spawner, options.Sandbox, options.Log);
        _http = new HttpClient(HttpHandlerFactory.CreateFollowing(options.Host)) { Timeout = Timeout.InfiniteTimeSpan };
        var launcher = new SandboxedLauncher(_spawner, _sandbox);
        _sessions = new SessionRegistry(options, new ProcessStarter(options, _spawner, launcher));
        _services = new ServerServices(_sessions, new FileRequests(new SandboxedFiles(options.Host, launcher)), new HttpSender(_http, options.Time));
    }

    /// <summary>Serves one client over a pair of streams; returns when it has ended.</summary>
    public async Task ServeAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        var transport = new LineTransport(input, output, "exec-server stdio");
        await using (transport.ConfigureAwait(false))
            await new ServerConnection(transport, _services).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a port for WebSockets.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">It cannot be had.</exception>
    public ExecServerListener Listen(IPEndPoint address) => new(address, ServeAsync);

    /// <summary>Ends every process.</summary>
    public async ValueTask DisposeAsync()
    {
        await _sessions.DisposeAsync().ConfigureAwait(false);
        _http.Dispose();
        _sandbox.Dispose();
        _spawner.Dispose();
    }

    private async Task ServeAsync(IRpcTransport transport, CancellationToken cancellationToken) =>
        await new ServerConnection(transport, _services).RunAsync(cancellationToken).ConfigureAwait(false);
}
