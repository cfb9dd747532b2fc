using System.Net;
using System.Net.Sockets;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>Without network: sockets among the processes of a sandbox work, those of the host stay out of reach.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public class LocalSocketTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    // Never closed: bubblewrap fails for a sandbox of another test when a socket vanishes in a place that cannot be written.
    private static readonly Lazy<(string Path, Socket Listener)> s_lasting = new(() => Listen(Path.Combine("/var/tmp", $"codexsharp-tests-{Environment.UserName}", $"lasting-{Guid.NewGuid():N}", "host.sock")));

    [Theory]
    [InlineData("socket.AF_INET", "('127.0.0.1', 4711)")]
    [InlineData("socket.AF_INET6", "('::1', 4711)")]
    [InlineData("socket.AF_UNIX", "'inside.sock'")]
    [InlineData("socket.AF_UNIX", "'\\0inside'")]
    public async Task Processes_of_one_sandbox_talk_over(string family, string address)
    {
        var (exitCode, output) = await sandbox.RunPythonAsync($"""
            import os, socket
            server = socket.socket({family}); server.bind({address}); server.listen()
            if os.fork() == 0:
                client = socket.socket({family}); client.connect({address}); client.sendall(b'hi'); os._exit(0)
            print(server.accept()[0].recv(2).decode()); os.wait()
            """);

        Assert.Equal((0, "hi"), (exitCode, output));
    }

    [Fact]
    public async Task A_pool_of_processes_computes()
    {
        var (exitCode, output) = await sandbox.RunPythonAsync("""
            import multiprocessing
            if __name__ == '__main__':
                with multiprocessing.get_context('fork').Pool(2) as pool: print(sum(pool.map(abs, range(-4, 5))))
            """);

        Assert.Equal((0, "20"), (exitCode, output));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_listener_of_the_host_on_loopback_is_not_reached(bool withDatagrams)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, withDatagrams ? SocketType.Dgram : SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (!withDatagrams)
            listener.Listen();
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;

        var (_, output) = await sandbox.RunAsync(
            SandboxFixture.WorkspaceWrite(), $"(echo x > /dev/{(withDatagrams ? "udp" : "tcp")}/127.0.0.1/{port}) 2>/dev/null; echo done");

        Assert.Equal("done", output);
        Assert.False(listener.Poll(TimeSpan.FromMilliseconds(200), SelectMode.SelectRead));
    }

    [Fact]
    public async Task An_abstract_socket_of_the_host_is_not_reached()
    {
        var name = $"codex-{Guid.NewGuid():N}";
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint("\0" + name));
        listener.Listen();

        var (exitCode, output) = await sandbox.RunPythonAsync($"import socket; socket.socket(socket.AF_UNIX).connect('\\0{name}')");

        Assert.Equal(1, exitCode);
        Assert.Contains("ConnectionRefusedError", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_socket_file_of_the_host_is_not_reached(bool insideTheWorkspace)
    {
        var (path, listener) = insideTheWorkspace ? Listen(Path.Combine(sandbox.Workspace, "host.sock")) : s_lasting.Value;

        var (exitCode, output) = await sandbox.RunPythonAsync($"""
            import os, socket
            for attempt in [lambda: None, lambda: os.unlink('{path}'), lambda: os.rename('{path}', 'moved'), lambda: os.link('{path}', 'linked')]:
                try: attempt()
                except OSError: pass
                for name in ['{path}', 'moved', 'linked']:
                    try:
                        socket.socket(socket.AF_UNIX).connect(name)
                        print('connected')
                    except OSError: pass
            print('done')
            """);

        Assert.Equal((0, "done"), (exitCode, output));
        Assert.False(listener.Poll(0, SelectMode.SelectRead));
    }

    [Theory]
    [InlineData(0b110_110_110)]
    [InlineData(0b110_000_000)]
    [InlineData(0b111_101_101)]
    public async Task Socket_files_of_the_host_stay_after_the_command(int mode)
    {
        var (path, listener) = Listen(Path.Combine(sandbox.Workspace, $"kept-{mode}.sock"));
        using (listener)
        {
            File.SetUnixFileMode(path, (UnixFileMode)mode);

            await sandbox.RunAsync(SandboxFixture.WithTemporaryDirectory(), "true");

            Assert.True(File.Exists(path));
        }
    }

    [Fact]
    public async Task Another_machine_is_not_reached()
    {
        var (exitCode, output) = await sandbox.RunPythonAsync("import socket; socket.create_connection(('192.0.2.1', 80), 2)");

        Assert.Equal(1, exitCode);
        Assert.Contains("Network is unreachable", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sandboxes_do_not_meet_on_loopback()
    {
        using var first = await sandbox.PrepareAsync(SandboxFixture.WithTemporaryDirectory(), sandbox.Workspace, "/usr/bin/python3", "-c", """
            import socket
            server = socket.socket(); server.bind(('127.0.0.1', 4712)); server.listen(); server.settimeout(5)
            open('ready', 'w').close()
            try: server.accept(); print('reached')
            except TimeoutError: print('alone')
            """);
        var running = SandboxFixture.RunAsync(first);
        while (!File.Exists(Path.Combine(sandbox.Workspace, "ready")) && !running.IsCompleted)
            await Task.Delay(10, TestContext.Current.CancellationToken);

        var (_, other) = await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(), "(echo x > /dev/tcp/127.0.0.1/4712) 2>/dev/null && echo reached || echo refused");

        Assert.Equal("refused", other);
        Assert.Equal((0, "alone"), await running);
    }

    private static (string Path, Socket Listener) Listen(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        return (path, listener);
    }
}
