using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Probes;

/// <summary>A workspace in a host that has things to reach: files beside the workspace, listeners of every kind, a process.</summary>
internal sealed class ProbedHost : IDisposable
{
    private readonly TempDirectory _files = new();
    private readonly string _name = $"probe-{Guid.NewGuid():N}";
    private readonly List<Socket> _sockets = [];

    public ProbedHost()
    {
        _files.Write("outside/kept", "kept");
        Directory.CreateDirectory(_files["ws/.git/hooks"]);
        File.WriteAllText(_files["ws/.git/HEAD"], "ref: refs/heads/main\n");
        _files.Write("home/auth.json", """{"OPENAI_API_KEY":"sk-probe"}""");
        TcpPort = Listen(AddressFamily.InterNetwork, SocketType.Stream, new IPEndPoint(IPAddress.Loopback, 0));
        UdpPort = Listen(AddressFamily.InterNetwork, SocketType.Dgram, new IPEndPoint(IPAddress.Loopback, 0));
        Listen(AddressFamily.Unix, SocketType.Stream, new UnixDomainSocketEndPoint("\0" + _name));
        Listen(AddressFamily.Unix, SocketType.Stream, new UnixDomainSocketEndPoint(_files["host.sock"]));
        Listen(AddressFamily.Unix, SocketType.Dgram, new UnixDomainSocketEndPoint(_files["host.sock.dgram"]));
    }

    private int TcpPort { get; }

    private int UdpPort { get; }

    /// <summary>Runs all probes in the sandbox of a program: their names, and whether each one succeeded.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> RunAsync(string executable, string searchPath, IReadOnlyList<string> options, CancellationToken cancellationToken)
    {
        var result = await CodexRun.RunAsync(
            new CodexCommand
            {
                Executable = "/bin/sh",
                Arguments =
                [
                    "-c", "ulimit -n 1000; exec \"$@\"", "sh", executable, "sandbox", .. options, "--",
                    "/usr/bin/python3", Path.Combine(AppContext.BaseDirectory, "Probes", "probes.py"), _files["outside"],
                    Text(TcpPort), _name, _files["host.sock"], Text(Environment.ProcessId), Text(UdpPort),
                ],
                WorkingDirectory = _files["ws"],
                Environment = new Dictionary<string, string>
                {
                    ["CODEX_HOME"] = _files["home"],
                    ["HOME"] = _files.Root,
                    ["PATH"] = searchPath,
                    ["LD_LIBRARY_PATH"] = _files["outside"],
                    ["DOTNET_ROOT"] = Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "",
                },
            },
            cancellationToken);
        var verdicts = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split(' ')).ToDictionary(static words => words[0], static words => words[1] == "allowed");
        Assert.True(verdicts.Count > 0, result.Error);
        return verdicts;
    }

    /// <summary>What the probes left outside the workspace.</summary>
    public IReadOnlyList<string> Outside => [.. Directory.EnumerateFileSystemEntries(_files["outside"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    /// <inheritdoc/>
    public void Dispose()
    {
        _sockets.ForEach(static socket => socket.Dispose());
        _files.Dispose();
    }

    private int Listen(AddressFamily family, SocketType type, EndPoint address)
    {
        var socket = new Socket(family, type, ProtocolType.Unspecified);
        _sockets.Add(socket);
        socket.Bind(address);
        if (type == SocketType.Stream)
            socket.Listen();
        return (socket.LocalEndPoint as IPEndPoint)?.Port ?? 0;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
