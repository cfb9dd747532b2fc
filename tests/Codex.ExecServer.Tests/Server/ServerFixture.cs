using Codex.ExecServer.Server;
using Codex.Platform.Environment;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;
using Codex.TestSupport.Time;

namespace Codex.ExecServer.Tests.Server;

/// <summary>A server with a clock under control, and its clients.</summary>
public sealed class ServerFixture : IAsyncDisposable
{
    private readonly List<TestClient> _clients = [];
    private readonly TempDirectory _temp = new();

    public ServerFixture() => Host = new ExecServerHost(new ExecServerOptions
    {
        Host = new HostEnvironment
        {
            Variables = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["OWN"] = "server", ["SECRET_KEY"] = "s" },
            CurrentDirectory = _temp.Root,
            TemporaryDirectory = Path.GetTempPath(),
            ExecutablePath = OurCodex.Executable,
        },
        ConcealedVariables = ["HIDDEN*"],
        Time = Clock,
    });

    /// <summary>The server.</summary>
    public ExecServerHost Host { get; }

    /// <summary>Its clock.</summary>
    public ManualClock Clock { get; } = new();

    /// <summary>A directory for files.</summary>
    public string Directory => _temp.Root;

    /// <summary>A new client; nothing has been said yet.</summary>
    public TestClient Connect()
    {
        var client = new TestClient(Host);
        _clients.Add(client);
        return client;
    }

    /// <summary>A client that has introduced itself.</summary>
    public async Task<TestClient> ConnectAsync()
    {
        var client = Connect();
        await client.IntroduceAsync();
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        await Host.DisposeAsync();
        _temp.Dispose();
    }
}
