using System.Net;
using System.Text;
using Codex.ExecServer.Client;
using Codex.ExecServer.Environments;
using Codex.ExecServer.Server.Listening;
using Codex.ExecServer.Tests.Server;
using Codex.Execution;
using Codex.Execution.Network;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;

namespace Codex.ExecServer.Tests.Client;

public sealed class RemoteLauncherTests
{
    [Fact]
    public async Task A_command_runs_on_the_server_as_if_it_were_here()
    {
        await using var server = new ServerFixture();
        await using var listening = Listening.On(server);
        await using var remote = Remote(listening.Url);

        await using var launched = await Launcher(remote).StartAsync(Shell("echo out; echo err >&2; exit 3"), TestContext.Current.CancellationToken);
        var output = await ReadAsync(launched.Process);

        Assert.Equal(("out\n", "err\n"), output);
        Assert.Equal(3, (await launched.Process.Completion).Code);
        Assert.False(launched.IsSandboxed);
    }

    [Fact]
    public async Task Much_output_arrives_whole_and_in_order()
    {
        await using var server = new ServerFixture();
        await using var listening = Listening.On(server);
        await using var remote = Remote(listening.Url);

        await using var launched = await Launcher(remote).StartAsync(Shell("seq 1 200000"), TestContext.Current.CancellationToken);
        var (text, _) = await ReadAsync(launched.Process);

        Assert.Equal(string.Concat(Enumerable.Range(1, 200_000).Select(static number => $"{number}\n")), text);
    }

    [Fact]
    public async Task Ending_it_here_ends_it_there()
    {
        await using var server = new ServerFixture();
        await using var listening = Listening.On(server);
        await using var remote = Remote(listening.Url);
        await using var launched = await Launcher(remote).StartAsync(Shell("echo up; sleep 1000"), TestContext.Current.CancellationToken);
        Assert.True(await launched.Process.Output.WaitToReadAsync(TestContext.Current.CancellationToken));

        launched.Process.Kill();

        Assert.Equal(ExitStatus.Unknown, await launched.Process.Completion);
        await ReadAsync(launched.Process);
    }

    [Fact]
    public async Task A_server_that_is_lost_ends_its_processes_and_is_found_again()
    {
        await using var server = new ServerFixture();
        var listening = Listening.On(server);
        await using var remote = Remote(listening.Url);
        await using var launched = await Launcher(remote).StartAsync(Shell("sleep 1000"), TestContext.Current.CancellationToken);

        await listening.DisposeAsync();

        Assert.Equal(ExitStatus.Unknown, await launched.Process.Completion);
        var refused = await Assert.ThrowsAsync<SpawnException>(async () => await Launcher(remote).StartAsync(Shell("true"), TestContext.Current.CancellationToken));
        Assert.Equal($"failed to connect to exec-server websocket `{listening.Url}`: IO error: Connection refused (os error 111)", refused.Message);
        await using var again = Listening.On(server, listening.Port);
        await using var second = await Launcher(remote).StartAsync(Shell("exit 7"), TestContext.Current.CancellationToken);
        Assert.Equal(7, (await second.Process.Completion).Code);
    }

    [Fact]
    public async Task A_command_whose_network_leads_through_a_proxy_of_this_machine_is_refused()
    {
        await using var remote = Remote("ws://127.0.0.1:1");
        var proxied = Shell("true") with { Proxy = new NetworkProxy(new NetworkProxyOptions(), new() { Host = Host() }) };

        await Assert.ThrowsAsync<SpawnException>(async () => await Launcher(remote).StartAsync(proxied, TestContext.Current.CancellationToken));
    }

    private static LaunchRequest Shell(string script) => new()
    {
        Command = ["/bin/sh", "-c", script],
        WorkingDirectory = "/",
        PolicyDirectory = "/",
        Environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" },
        Stdio = StdioMode.Pipes,
        Permissions = new PermissionProfile.Disabled(),
    };

    private static async Task<(string Output, string Error)> ReadAsync(IRunningProcess process)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        await foreach (var chunk in process.Output.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            using (chunk)
                (chunk.Stream == OutputStream.StandardError ? error : output).Write(chunk.Bytes.Span);
        }

        return (Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    private static RemoteLauncher Launcher(RemoteServer server) => new(server, new RandomIdSource());

    private static RemoteServer Remote(string url) =>
        new(new ServerAddress.WebSocket(url, ServerAddress.DefaultTimeout, ServerAddress.DefaultTimeout), Host(), TimeProvider.System);

    private static HostEnvironment Host() => new()
    {
        Variables = new Dictionary<string, string>(),
        CurrentDirectory = "/",
        TemporaryDirectory = "/tmp",
        ExecutablePath = "/codex",
    };

    private sealed class Listening(ExecServerListener listener) : IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private Task _running = Task.CompletedTask;

        public string Url => listener.Url;

        public int Port => new Uri(listener.Url).Port;

        public static Listening On(ServerFixture server, int port = 0)
        {
            var listening = new Listening(server.Host.Listen(new IPEndPoint(IPAddress.Loopback, port)));
            listening._running = listening.RunAsync();
            return listening;
        }

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _running;
            listener.Dispose();
            _end.Dispose();
        }

        private Task RunAsync() => listener.RunAsync(_end.Token);
    }
}
